import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { WorkbookModel } from "../model/workbook.ts";
import { Keeper, type SaveState } from "./keeper.ts";
import { type KeptWorkbook, WorkbookStore } from "./workbook-store.ts";

afterEach(() => void vi.useRealTimers());

const write = (model: WorkbookModel, value: string): void =>
  model.apply(
    {
      type: "setCells",
      area: { sheet: model.activeSheet.id, row: 0, column: 0, rows: 1, columns: 1 },
      contents: [[{ value }]],
    },
    "person",
  );

it("a kept workbook comes back as it was", async () => {
  const model = new WorkbookModel();
  write(model, "0012");
  await new WorkbookStore().save({ name: "Services", savedAt: 5, workbook: model.snapshot() });
  const kept = await new WorkbookStore().load();
  expect(kept?.name).toBe("Services");
  const again = new WorkbookModel(kept?.workbook);
  expect(again.value(again.activeSheet.id, 0, 0)).toBe("0012");
});

it("many edits in a row are one write, and an edit during a write is written after it", async () => {
  vi.useFakeTimers();
  const model = new WorkbookModel();
  const saved: unknown[] = [];
  let finish = (): void => undefined;
  const store = {
    save: (kept: KeptWorkbook) =>
      new Promise<void>((resolve) => {
        saved.push(new WorkbookModel(kept.workbook).value(model.activeSheet.id, 0, 0));
        finish = resolve;
      }),
  };
  const states: SaveState["kind"][] = [];
  const keeper = new Keeper({ model, store, name: () => "Book", onState: ({ kind }) => states.push(kind) });
  for (const value of ["a", "b", "c"]) write(model, value);
  await vi.advanceTimersByTimeAsync(800);
  expect(saved).toEqual(["c"]);
  write(model, "d");
  await vi.advanceTimersByTimeAsync(800);
  expect(saved).toEqual(["c"]);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(["c", "d"]);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe("saved");
  expect(keeper.hasUnwritten).toBe(false);
});

it("a write that fails is told, and the next one may succeed", async () => {
  const model = new WorkbookModel();
  let room = false;
  const store = { save: () => (room ? Promise.resolve() : Promise.reject(new Error("QuotaExceededError"))) };
  const keeper = new Keeper({ model, store, name: () => "Book", onState: () => undefined, now: () => 7 });
  write(model, "a");
  await keeper.flush();
  expect(keeper.state).toEqual({ kind: "failed", reason: "QuotaExceededError" });
  room = true;
  write(model, "b");
  await keeper.flush();
  expect(keeper.state).toEqual({ kind: "saved", at: 7 });
});

it("looking elsewhere is no change", () => {
  const model = new WorkbookModel();
  const keeper = new Keeper({
    model,
    store: { save: () => Promise.resolve() },
    name: () => "Book",
    onState: () => undefined,
  });
  model.apply(
    { type: "select", area: { sheet: model.activeSheet.id, row: 3, column: 1, rows: 1, columns: 1 } },
    "person",
  );
  expect(keeper.hasUnwritten).toBe(false);
  keeper.dispose();
});

it("while the add-in is at work nothing is written, but not for ever", async () => {
  vi.useFakeTimers();
  const model = new WorkbookModel();
  let writes = 0;
  const store = { save: () => Promise.resolve(void writes++) };
  const keeper = new Keeper({ model, store, name: () => "Book", onState: () => undefined });
  const work = async (milliseconds: number): Promise<void> => {
    for (let done = 0; done < milliseconds; done += 250) {
      keeper.later();
      await vi.advanceTimersByTimeAsync(250);
    }
  };
  await work(2000);
  expect(writes).toBe(0);
  write(model, "a");
  await work(5000);
  expect(writes).toBe(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(writes).toBe(1);
  write(model, "b");
  await work(29_000);
  expect(writes).toBe(1);
  await work(2000);
  expect(writes).toBe(2);
});
