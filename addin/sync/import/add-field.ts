import { customKey } from "../../../schema/registers/custom.ts";
import type { RegisterKey } from "../../../schema/registers/catalogue.ts";
import { constantName } from "../../../schema/registers/text.ts";
import { guessField } from "../field-guess.ts";
import type { AddedField, SourceGrid, UnusedColumn } from "../importing.ts";
import type { SaimeServer } from "../server.ts";
import type { Work } from "../service.ts";
import { headingTexts, type Heading } from "./headings.ts";
import { newBatchId } from "./ids.ts";
import { splitRows } from "./rows.ts";
import { pushPart, type Wait } from "./sending.ts";

/** Columns of the source that could become custom fields: `used` are the indexes that a mapping takes. */
export function unusedColumns(grid: SourceGrid, heading: Heading, used: ReadonlySet<number>): readonly UnusedColumn[] {
  return headingTexts(grid, heading).flatMap((text, index) =>
    text === "" || used.has(index) ? [] : [{ index, heading: text }],
  );
}

/** Makes a custom field of a source column: of its heading, and of the type that all its cells survive as. */
export async function addField(
  { server, pause }: { readonly server: SaimeServer; readonly pause: Wait },
  register: RegisterKey,
  grid: SourceGrid,
  headingAt: Heading,
  { index, heading }: UnusedColumn,
  work?: Work,
): Promise<AddedField> {
  const rows = splitRows(grid, { headingRow: headingAt.row, headingRows: headingAt.rows }).data;
  const type = guessField(rows.flatMap(({ cells }) => cells[index] ?? []));
  const cells = { register: constantName(register), type, headingLv: heading };
  const row = { row: crypto.randomUUID(), base: null, cells };
  const request = { register: "customFields", batch: newBatchId(), part: 0, rows: [row], dryRun: false };
  const [result] = (await pushPart(server, request, work?.signal, pause)).results;
  const code = result?.cells?.["code"];
  if (typeof code !== "string") return { refusals: result?.refusals ?? [] };
  return { field: { key: customKey(code), label: { lv: heading, en: heading }, type } };
}
