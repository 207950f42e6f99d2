import { beforeEach, expect, test } from "vitest";
import {
  type Answering,
  CANCEL,
  FunctionCalls,
  type FunctionMessage,
  INVOKE,
} from "../../addin/desk/functions/calls.ts";
import { BUSY, CellCalls, type CellPlace } from "../../addin/desk/functions/cell-calls.ts";
import { formulaFromFile, formulaToFile } from "../../addin/desk/xlsx/function-names.ts";
import { functionsIn } from "../../addin/functions/metadata.ts";

const A1: CellPlace = { sheet: "s", row: 0, column: 0 };
const B1: CellPlace = { sheet: "s", row: 0, column: 1 };

let calls: FunctionCalls;
let cells: CellCalls;
let sent: FunctionMessage[][];
let recalculated: CellPlace[][];
let formulas: Set<CellPlace>;
let cached: unknown;
const pane: Answering = { send: (messages) => sent.push([...messages]) };
let later: (() => void)[];
const pass = async () => {
  await Promise.resolve();
  for (const run of later.splice(0)) run();
};
const numbers = (type: number) =>
  sent.flat().flatMap((one) => (one.type === type ? [type === INVOKE ? (one.body as number[])[0] : one.body] : []));

beforeEach(() => {
  [sent, recalculated, later, cached] = [[], [], [], null];
  formulas = new Set([A1, B1]);
  calls = new FunctionCalls("SAIME", functionsIn);
  cells = new CellCalls({
    calls,
    addressOf: ({ row, column }) => `Sheet1!R${row}C${column}`,
    cachedAt: () => cached,
    calling: () => [...formulas],
    asks: (place) => formulas.has(place),
    recalculate: (places) => recalculated.push([...places]),
    later: (run) => later.push(run),
  });
});

test("cells are busy until the add-in has answered, all are asked in one message and calculated again together", async () => {
  calls.ready(pane);
  expect(cells.valueOf(A1, "KPI", ["K", null, null])).toBe(BUSY);
  expect(cells.valueOf(B1, "KPI", ["L", null, null])).toBe(BUSY);
  // Calculated again for whatever reason: not asked again.
  expect(cells.valueOf(A1, "KPI", ["K", null, null])).toBe(BUSY);
  await pass();
  expect(sent.map((messages) => messages.map(({ body }) => body))).toEqual([
    [
      [1, "KPI", ["K", null, null], "Sheet1!R0C0", 1],
      [2, "KPI", ["L", null, null], "Sheet1!R0C1", 1],
    ],
  ]);
  calls.settle(1, { value: 7 });
  calls.settle(2, { error: "#N/A", message: "Nav datu." });
  await pass();
  expect(recalculated).toEqual([[A1, B1]]);
  expect(cells.valueOf(A1, "KPI", ["K", null, null])).toBe(7);
  expect(cells.valueOf(B1, "KPI", ["L", null, null])).toBe("#N/A");
  expect([cells.messageAt(A1), cells.messageAt(B1)]).toEqual([null, "Nav datu."]);
});

test("calls wait for the add-in, and what one add-in left unanswered goes to the next", async () => {
  cells.valueOf(A1, "KPI", ["K"]);
  await pass();
  expect(sent).toEqual([]);
  calls.ready(pane);
  expect(numbers(INVOKE)).toEqual([1]);
  calls.gone(pane);
  cells.valueOf(B1, "KPI", ["L"]);
  calls.settle(1, { value: 1 });
  calls.ready(pane);
  expect(numbers(INVOKE)).toEqual([1, 2]);
});

test("all calls are made anew when everything is calculated anew; open ones are cancelled", async () => {
  calls.ready(pane);
  cells.valueOf(A1, "KPI", ["K"]);
  await pass();
  calls.settle(1, { value: 1 });
  cells.valueOf(B1, "KPI", ["L"]);
  await pass();
  cells.forget();
  await pass();
  expect(numbers(CANCEL)).toEqual([{ invocationId: 2 }]);
  expect(recalculated.at(-1)).toEqual([A1, B1]);
  expect(cells.valueOf(A1, "KPI", ["K"])).toBe(BUSY);
  // An answer to what was cancelled comes too late.
  calls.settle(2, { value: 2 });
  expect(cells.valueOf(B1, "KPI", ["L"])).toBe(BUSY);
});

test("a cell whose formula is gone no longer asks", async () => {
  calls.ready(pane);
  cells.valueOf(A1, "KPI", ["K"]);
  await pass();
  cells.look();
  await pass();
  expect(numbers(CANCEL)).toEqual([]);
  formulas.delete(A1);
  cells.look();
  await pass();
  await pass();
  expect(numbers(CANCEL)).toEqual([{ invocationId: 1 }]);
});

test("a workbook that was kept shows what it was kept with, and asks when it is calculated anew", async () => {
  calls.ready(pane);
  cached = 97.5;
  expect(cells.valueOf(A1, "KPI", ["K"])).toBe(97.5);
  await pass();
  expect(sent).toEqual([]);
  cells.forget();
  expect(cells.valueOf(A1, "KPI", ["K"])).toBe(BUSY);
});

test("in a file the functions are named as Excel names them there, and texts in quotes stay", () => {
  const sheet = '=SAIME.KPI("SAIME.KPI(";A1)+saime.due(B1,5)+OTHER.KPI(1)+SUM(C1)';
  const file = '=_xldudf_SAIME_KPI("SAIME.KPI(";A1)+_xldudf_SAIME_DUE(B1,5)+OTHER.KPI(1)+SUM(C1)';
  expect(formulaToFile(sheet)).toBe(file);
  expect(formulaFromFile(file)).toBe(sheet.replace("saime.due", "SAIME.DUE"));
});
