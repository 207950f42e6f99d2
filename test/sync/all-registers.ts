import { vi } from "vitest";
import type { ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SaimeServer } from "../../addin/sync/server.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import { type RegisterKey, registers } from "../../schema/registers/catalogue.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { ReferenceServer } from "./reference-server.ts";

/** A server of every register, and the sheet's side over the real office.js. */
export function createRegisters() {
  const servers = new Map(Object.values(registers).map((one) => [one.key as string, new ReferenceServer(one, 1_000)]));
  const of = (key: string) => servers.get(key)!;
  const server: SaimeServer = {
    pull: (key, since) => of(key).pull(key, since),
    push: (request) => of(request.register).push(request),
    undo: (key, batch) => of(key).undo(key, batch),
    history: (key, row) => of(key).history(key, row),
  };
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
  return {
    put: (register: RegisterKey, rows: readonly Readonly<Record<string, Cell>>[]) =>
      of(register).push({
        register,
        batch: newId(),
        part: 0,
        dryRun: false,
        rows: rows.map((cells) => ({ row: newId(), base: null, cells })),
      }),
    open: (excel: ExcelInNode): SheetService => {
      vi.stubGlobal("Excel", excel.Excel);
      vi.stubGlobal("Office", excel.Office);
      return createSheetService({
        port: createExcelPort(),
        server,
        institution: "institution",
        newId,
        now: () => new Date("2026-11-21T22:30:00Z"),
        wait: async () => undefined,
      });
    },
  };
}
