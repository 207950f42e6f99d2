import { vi } from "vitest";
import type { ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";

export const REGISTER = "services";

/** A server of the services' register, others who write into it, and the sheet's side over the real office.js. */
export function createRig() {
  const server = new ReferenceServer(services, 1_000);
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
  const find = (code: string) => [...server.rows.values()].find((one) => server.cells(one).code === code)!;
  return {
    server,
    /** Rows that somebody adds. */
    put: (rows: readonly Readonly<Record<string, Cell>>[]) =>
      server.push({
        register: REGISTER,
        batch: newId(),
        part: 0,
        dryRun: false,
        rows: rows.map((cells) => ({ row: newId(), base: null, cells })),
      }),
    /** Somebody changes the row of this code. */
    change: (code: string, cells: Readonly<Record<string, Cell>>) => {
      const { id, version } = find(code);
      const rows = [{ row: id, base: version, cells }];
      return server.push({ register: REGISTER, batch: newId(), part: 0, dryRun: false, rows });
    },
    onServer: (code: string) => server.cells(find(code)),
    /** A start of the add-in in this Excel: nothing but the workbook is remembered. */
    open: (excel: ExcelInNode): SheetService => {
      vi.stubGlobal("Excel", excel.Excel);
      vi.stubGlobal("Office", excel.Office);
      return createSheetService({
        port: createExcelPort(),
        server,
        institution: "institution",
        newId,
        now: () => new Date("2026-11-21T08:00:00Z"),
        wait: async () => undefined,
      });
    },
  };
}

/** The table as the person sees it. */
export function sheetOf({ model, person }: ExcelInNode) {
  const table = model.table("SaimeServices");
  const { sheet, box } = table;
  const data = model.sheet(sheet);
  const column = (heading: string) => {
    for (let at = 0; at < box.columns; at++) {
      if (data.value(box.row, box.column + at) === heading) return box.column + at;
    }
    throw new Error(`There is no column ${heading}.`);
  };
  const row = (code: string) => {
    const at = column("Kods");
    for (let i = box.row + 1; i < box.row + box.rows; i++) if (data.value(i, at) === code) return i;
    throw new Error(`There is no row ${code}.`);
  };
  return {
    table,
    rows: box.rows - 1,
    column,
    row,
    value: (code: string, heading: string) => data.value(row(code), column(heading)),
    format: (code: string, heading: string) => data.formats.get(row(code), column(heading)),
    type: (code: string, heading: string, value: string | number | null) =>
      person.type(sheet, row(code), column(heading), value),
  };
}
