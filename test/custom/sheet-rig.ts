import { vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import type { Actor } from "../../schema/api/context.ts";
import type { Store } from "../../server/store/store.ts";
import { serverOf } from "../import/trial.ts";

/** A person with services open in an Excel of their own, over the real office.js and the real server. */
export interface AtWork {
  readonly excel: ExcelInNode;
  readonly service: SheetService;
  /** Puts this person's Excel before the test: office.js is one a process. */
  take(): void;
}

export async function atWork(store: Store, actor: Actor, language: "lv" | "en" = "lv"): Promise<AtWork> {
  const excel = createExcel({ culture: "lv-LV" });
  const take = () => {
    vi.stubGlobal("Excel", excel.Excel);
    vi.stubGlobal("Office", excel.Office);
  };
  take();
  const service = createSheetService({
    port: createExcelPort(),
    server: serverOf(store, actor),
    institution: actor.institutionId,
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    wait: async () => undefined,
  });
  await service.open("services", language);
  return { excel, service, take };
}
