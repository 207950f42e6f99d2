import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** Events say that something may have changed, never what: the truth is the table. */
const wait = globalThis.setTimeout;
beforeEach(() => {
  // The quiet that makes a burst of events one hint need not last as long here.
  vi.stubGlobal("setTimeout", (deed: () => void, milliseconds = 0) => wait(deed, Math.min(milliseconds, 10)));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** How the pane hears of what the person does. */
type Hearing = "nothing" | "everything" | "everything twice" | "the first deed only";

/** A person edits, sorts, copies, deletes and publishes, others change the same rows; what comes of it. */
async function day(hearing: Hearing) {
  const rig = createRig();
  await rig.put(["A", "B", "C", "D"].map((code) => ({ code, name: `Name ${code}`, holder: "Holder" })));
  const excel = createExcel({ culture: "lv-LV" });
  const service = rig.open(excel);
  await service.open(REGISTER, "lv");

  let heard = 0;
  const asked: Promise<unknown>[] = [];
  const hear = () => {
    heard++;
    asked.push(service.changes(REGISTER), service.status());
  };
  const stops: (() => void)[] = [];
  const listeners = { nothing: 0, everything: 1, "everything twice": 2, "the first deed only": 1 }[hearing];
  for (let i = 0; i < listeners; i++) stops.push(service.onHint(hear));
  /** Lets the events arrive, and what they set off come to an end. */
  const pause = async () => {
    await excel.eventsDelivered();
    await new Promise((resolve) => wait(resolve, 40));
    await Promise.all(asked.splice(0));
  };
  await pause();

  const deeds: (() => void | Promise<unknown>)[] = [
    () => sheetOf(excel).type("A", "Nosaukums", "Mine"),
    () => excel.person.duplicateTableRow("SaimeServices", 1),
    () => {
      const { table, rows, column } = sheetOf(excel);
      excel.person.type(table.sheet, table.box.row + rows, column("Kods"), "B2");
    },
    () => rig.change("A", { name: "Theirs", holder: "Their holder" }),
    () => excel.person.sort("SaimeServices", [{ key: 3, ascending: false }]),
    () => excel.person.deleteTableRows("SaimeServices", sheetOf(excel).row("D") - sheetOf(excel).table.box.row - 1),
    () => service.refresh(REGISTER),
    () => service.publish(REGISTER, { do: "RETIRE", reason: "No more" }),
  ];
  for (const [at, deed] of deeds.entries()) {
    await deed();
    await pause();
    if (hearing === "the first deed only" && at === 0) stops.splice(0).forEach((stop) => stop());
  }
  for (const stop of stops) stop();
  return { heard, came: await outcome(service, rig, excel) };
}

/** What it all came to, without ids, which are made as rows are met. */
async function outcome(
  service: SheetService,
  { server }: ReturnType<typeof createRig>,
  excel: ReturnType<typeof createExcel>,
) {
  const { rows } = await service.changes(REGISTER);
  const { table, column, rows: count } = sheetOf(excel);
  const data = excel.model.sheet(table.sheet);
  return {
    pending: rows.map(({ row: _row, ...rest }) => rest),
    sheet: Array.from({ length: count }, (_, i) =>
      ["Kods", "Nosaukums", "Turētājs", "_rev"].map((heading) => data.value(table.box.row + 1 + i, column(heading))),
    ),
    register: [...server.rows.values()].map((row) => [server.cells(row), row.version, row.retired]),
  };
}

test("whether hints are missed, heard or doubled, the same comes of it", async () => {
  const silent = await day("nothing");
  expect(silent.heard).toBe(0);
  expect(silent.came.pending).toMatchObject([{ code: "A", conflicts: [{ mine: "Mine", theirs: "Theirs" }] }]);
  expect(silent.came.register).toHaveLength(5);
  const counts: number[] = [];
  for (const hearing of ["the first deed only", "everything", "everything twice"] as const) {
    const { heard, came } = await day(hearing);
    counts.push(heard);
    expect(came).toEqual(silent.came);
  }
  // The hints were there to be missed.
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[1]).toBeGreaterThan(counts[0]!);
  expect(counts[2]).toBeGreaterThan(counts[1]!);
});
