import type { Refusal } from "../sync/protocol.ts";
import type { Cell, Column } from "./register.ts";
import type { Language } from "./words.ts";

/** What a sheet's cell may give: its raw value. Dates already converted from serials arrive as `YYYY-MM-DD` text. */
export type RawCell = string | number | boolean | null;
export type Parsed = { readonly ok: true; readonly cell: Cell } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads what a person typed into column `key` as a canonical cell: options by label of either language, by key or by
 * synonym; lists parted by `;`; dates `YYYY-MM-DD`, `DD.MM.YYYY`; numbers with a comma or a point. References stay the
 * text typed (the server resolves them). Edge spaces go; empty becomes null.
 */
export declare function parseCell(key: string, column: Column, raw: RawCell): Parsed;
/** How the canonical cell is shown in a sheet: options by label, lists joined by `; `, dates as `YYYY-MM-DD` (the workbook turns them into serials), empty as "". */
export declare function showCell(column: Column, cell: Cell, language: Language): string | number | boolean;
/** Equality of canonical cells. */
export declare function sameCell(a: Cell, b: Cell): boolean;
