import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { plainSource } from "../../addin/desk/view/plain-source.ts";
import { stepLists } from "../../addin/sync/step-lists.ts";
import { registers, type RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { createRegisters } from "./all-registers.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const withStates = (Object.values(registers) as readonly Register[]).filter(({ lifecycle }) => lifecycle);

test.each(withStates.map((register) => [register.key, register] as const))(
  "the state lists of %s offer the present state and what its steps lead to, and nothing else",
  (_, register) => {
    const { column, transitions, initial } = register.lifecycle!;
    const state = register.columns[column]!;
    if (state.type !== "choice") throw new Error("a state is a choice");
    const steps = stepLists(register, column, "lv");
    const keys = Object.keys(state.options);
    expect(steps?.lists[0]).toEqual(
      [initial, ...keys].map((from) =>
        keys
          .filter((to) => to === from || transitions.some((step) => step.from === from && step.to === to))
          .map((to) => state.options[to]!.label.lv),
      ),
    );
    // A list for one model offers no more than the list for all.
    for (const lists of steps!.lists) {
      lists.forEach((list, at) => expect(steps!.lists[0]![at]).toEqual(expect.arrayContaining([...list])));
    }
  },
);

test("a standard change is offered its own way, a normal one another", () => {
  const { changes } = registers;
  const steps = stepLists(changes, "state", "en")!;
  expect(steps.model).toEqual({ heading: changes.columns.kind.label.en, list: "SaimeChangesKind" });
  const kinds = Object.keys(changes.columns.kind.options);
  const states = Object.keys(changes.columns.state.options);
  const offered = (kind: string, state: string) => steps.lists[kinds.indexOf(kind) + 1]![states.indexOf(state) + 1]!;
  const label = changes.columns.state.options.ASSESSED.label.en;
  expect(offered("NORMAL", "CLASSIFIED")).toContain(label);
  expect(offered("STANDARD", "CLASSIFIED")).not.toContain(label);
  expect(offered("EMERGENCY", "CLASSIFIED")).not.toContain(label);
});

test.each(["lv", "en"] as const)("in the sheet the list follows the row's own state, in %s", async (language) => {
  const excel = createExcel();
  const rig = createRegisters();
  await rig.put("incidents", [
    { code: "INC-2026-00001", title: "A", state: "REGISTERED" },
    { code: "INC-2026-00002", title: "B", state: "RESOLVED" },
  ]);
  await rig.open(excel).open("incidents", language);
  const { sheet, box } = excel.model.table("SaimeIncidents");
  const data = excel.model.sheet(sheet);
  const label = registers.incidents.columns.state.label[language];
  const column = Array.from({ length: box.columns }, (_, at) => box.column + at).find(
    (at) => data.value(box.row, at) === label,
  )!;
  // One rule for all rows: whole columns and ROW() alone, so that sorting and inserting change nothing in it.
  const source = data.validation(box.row + 1, column)!.source;
  expect(data.validation(box.row + 2, column)!.source).toBe(source);
  expect(source.length).toBeLessThanOrEqual(255);
  expect(source).toMatch(
    /^=INDIRECT\(IFERROR\("SaimeIncidentsState_0_"&IF\(INDEX\(\$([A-Z]+):\$\1,SUM\(ROW\(\)\)\)="",0,/,
  );
  expect(plainSource(source)).toBe("=SaimeIncidentsState");

  // What the formula picks: the place of the state in the full list names the range that is offered.
  const named = (name: string) => {
    const [, from, to] = /!\$[A-Z]+\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(excel.model.findName(name)!.formula)!;
    const letters = /!\$([A-Z]+)/.exec(excel.model.findName(name)!.formula)![1]!;
    const at = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
    const lists = excel.model.sheets.find((one) => one.name === "_saime_lists")!;
    return Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) =>
      lists.value(Number(from) - 1 + i, at),
    );
  };
  const full = named("SaimeIncidentsState");
  const states = registers.incidents.columns.state.options;
  const offered = (state: keyof typeof states) =>
    named(`SaimeIncidentsState_0_${full.indexOf(states[state].label[language]) + 1}`);
  const labels = (...keys: (keyof typeof states)[]) => keys.map((key) => states[key].label[language]);
  expect(offered("REGISTERED")).toEqual(labels("REGISTERED", "CLASSIFIED", "CANCELLED"));
  expect(offered("RESOLVED")).toEqual(labels("DIAGNOSING", "RESOLVED", "CLOSED"));
  expect(named("SaimeIncidentsState_0_0")).toEqual(offered("REGISTERED"));
});

test("no state list of any register is too long a formula for Excel", async () => {
  const excel = createExcel();
  const service = createRegisters().open(excel);
  for (const { key, lifecycle, columns } of withStates) {
    await service.open(key as RegisterKey, "lv");
    const { sheet, box } = excel.model.table(`Saime${key[0]!.toUpperCase()}${key.slice(1)}`);
    const data = excel.model.sheet(sheet);
    const at = Array.from({ length: box.columns }, (_, i) => box.column + i).find(
      (one) => data.value(box.row, one) === columns[lifecycle!.column]!.label.lv,
    )!;
    const { source } = data.validation(box.row + 1, at)!;
    expect(source, key).toMatch(/^=INDIRECT/);
    expect(source.length, key).toBeLessThanOrEqual(255);
  }
});
