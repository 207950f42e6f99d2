import { badArgument } from "../model/error.ts";
import { type Area } from "../model/operations.ts";
import { notImplemented } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { areaOf } from "./resolve.ts";

/**
 * `Range.copyFrom`: copies contents or formats, repeating the source when the target is a multiple of it and growing
 * the target when it is smaller. Formulas are copied as they stand.
 */
export function copyInto(desk: DeskContext, from: unknown, to: Area, copyType: string, skipBlanks: boolean): void {
  if (!["All", "Values", "Formulas", "Formats"].includes(copyType))
    throw notImplemented(`Range.copyFrom("${copyType}")`);
  const source = areaOf(desk.model, from, to.sheet);
  const sheet = desk.model.sheet(source.sheet);
  const repeats = to.rows % source.rows === 0 && to.columns % source.columns === 0;
  const area = repeats ? to : { ...to, rows: source.rows, columns: source.columns };
  if (area.rows * area.columns > 5_000_000) throw badArgument();
  const map = <V>(pick: (row: number, column: number) => V): V[][] =>
    Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_unused, j) =>
        pick(source.row + (i % source.rows), source.column + (j % source.columns)),
      ),
    );
  const formats = map((row, column) => sheet.formats.get(row, column));
  const styles = map((row, column) => sheet.styles.get(row, column));
  if (copyType !== "Formats") {
    const contents = map((row, column) => {
      const content = sheet.content(row, column);
      if (!content) return skipBlanks ? null : ("" as const);
      return copyType === "Values" ? { value: content.value, ...(content.error && { error: content.error }) } : content;
    });
    desk.apply({ type: "setCells", area, contents });
  }
  if (copyType === "Values" || copyType === "Formulas") return;
  desk.apply({ type: "setFormats", area, formats });
  styles.forEach((line, i) =>
    line.forEach((style, j) => {
      const cell = { sheet: area.sheet, row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
      if (style !== desk.model.sheet(area.sheet).styles.get(cell.row, cell.column))
        desk.apply({ type: "setStyle", area: cell, style });
    }),
  );
}
