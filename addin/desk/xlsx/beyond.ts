import { formatBox } from "../model/address.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { entriesOf, readText, replaceTexts, type ZipEntry } from "./zip.ts";

/** What stands in a file and the library neither reads nor writes. */
export interface Beyond {
  /** Ids of each table's columns from the left, by the table's name: they stay with renamed and moved columns. */
  readonly columnIds: ReadonlyMap<string, readonly number[]>;
  /** Tables of which a filter hides rows. */
  readonly filtered: ReadonlySet<string>;
  readonly hiddenNames: ReadonlySet<string>;
}

const TABLE = /^\/?xl\/tables\/[^/]+\.xml$/;
const WORKBOOK = /^\/?xl\/workbook\.xml$/;

/** An element's opening tag with its attributes; `>` may stand within their quotes. */
const tag = (name: string) =>
  new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, "g");
const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
};

export async function readBeyond(bytes: Uint8Array): Promise<Beyond> {
  const columnIds = new Map<string, readonly number[]>();
  const filtered = new Set<string>();
  const hiddenNames = new Set<string>();
  for (const { entry, text } of await partsOf(bytes)) {
    if (TABLE.test(entry.path)) {
      const table = tag("table").exec(text)?.[1] ?? "";
      const name = attribute(table, "displayName") ?? attribute(table, "name") ?? "";
      columnIds.set(
        name,
        Array.from(text.matchAll(tag("tableColumn")), ([, one]) => Number(attribute(one!, "id"))),
      );
      if (tag("filterColumn").test(text)) filtered.add(name);
    } else {
      for (const [, one] of text.matchAll(tag("definedName"))) {
        const hidden = ["1", "true"].includes(attribute(one!, "hidden") ?? "");
        if (hidden && attribute(one!, "localSheetId") === undefined) hiddenNames.add(attribute(one!, "name") ?? "");
      }
    }
  }
  return { columnIds, filtered, hiddenNames };
}

/** Puts into a file that the library wrote what it could not be told. */
export async function writeBeyond(bytes: Uint8Array, model: WorkbookModel): Promise<Uint8Array> {
  const texts = new Map<string, string>();
  for (const [path, errors] of faults(model)) {
    const entry = [...entriesOf(bytes)].find((one) => one.path === path);
    if (!entry) continue;
    texts.set(
      path,
      (await readText(bytes, entry)).replace(TEXT_RESULT, (whole, before: string, cell: string, after: string) =>
        errors.has(cell) ? `${before}${cell}${after} t="e"` : whole,
      ),
    );
  }
  const hidden = new Set(model.names.filter(({ visible }) => !visible).map(({ name }) => name));
  for (const { entry, text } of await partsOf(bytes)) {
    if (TABLE.test(entry.path)) {
      const table = model.findTable(attribute(tag("table").exec(text)?.[1] ?? "", "displayName") ?? "");
      let at = 0;
      const ids = table?.columns.map(({ id }) => id) ?? [];
      texts.set(
        entry.path,
        text.replace(tag("tableColumn"), (whole) => whole.replace(/\sid="\d+"/, () => ` id="${ids[at++]}"`)),
      );
    } else if (hidden.size > 0) {
      texts.set(
        entry.path,
        text.replace(tag("definedName"), (whole, attributes: string) =>
          hidden.has(attribute(attributes, "name") ?? "") ? whole.replace(/\/?>$/, ' hidden="1"$&') : whole,
        ),
      );
    }
  }
  return texts.size === 0 ? bytes : replaceTexts(bytes, texts);
}

/** A formula's cell whose result is written as text. */
const TEXT_RESULT = /(<c r=")([A-Z]+\d+)("[^>]*?) t="str"/g;

/** Formulas that came to an error, by the sheet's part: the library writes their results as texts. */
function faults(model: WorkbookModel): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [at, sheet] of model.sheets.entries()) {
    const cells = new Set<string>();
    for (const [row, stored] of sheet.cells.filled()) {
      stored.forEach((one, column) => {
        if (typeof one === "object" && one.error && one.formula !== undefined)
          cells.add(formatBox({ row, column, rows: 1, columns: 1 }));
      });
    }
    if (cells.size > 0) found.set(`xl/worksheets/sheet${at + 1}.xml`, cells);
  }
  return found;
}

async function partsOf(bytes: Uint8Array): Promise<readonly { readonly entry: ZipEntry; readonly text: string }[]> {
  const parts = [...entriesOf(bytes)].filter(({ path }) => TABLE.test(path) || WORKBOOK.test(path));
  return Promise.all(parts.map(async (entry) => ({ entry, text: await readText(bytes, entry) })));
}
