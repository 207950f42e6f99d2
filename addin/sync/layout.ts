import type { Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import { ID_HEADING, listName, REVISION_HEADING } from "../workbook/names.ts";
import type { ColumnLayout, TableLayout } from "../workbook/port.ts";
import type { ColumnCodec } from "./codec.ts";
import { lockOf } from "./locked.ts";
import { stepLists } from "./step-lists.ts";
import { formatOf } from "./writing.ts";

/** How a register's table is laid out. The hidden id and version stand first, where pasting over the visible columns does not reach them. */
export function layoutOf(register: Register, codecs: readonly ColumnCodec[], language: Language): TableLayout {
  return {
    register: register.key,
    sheet: register.label[language],
    columns: [
      hiddenLayout(ID_HEADING),
      hiddenLayout(REVISION_HEADING),
      ...codecs.map((codec) => columnLayout(register, codec, language)),
    ],
  };
}

/** A hidden column of Saime's own. */
export const hiddenLayout = (heading: string): ColumnLayout => ({
  heading,
  format: "TEXT",
  width: 12,
  hidden: true,
  wrap: false,
});

/** How one column of a register looks in its table; an option column gets the list of its options. */
export function columnLayout(register: Register, codec: ColumnCodec, language: Language): ColumnLayout {
  const { key, column } = codec;
  const options =
    column.type === "choice" ? Object.keys(column.options) : column.type === "boolean" ? [true, false] : null;
  // Where nobody chooses a list would only mislead.
  const list = column.readOnly ? null : options;
  const steps = stepLists(register, key, language);
  return {
    heading: column.label[language],
    format: formatOf(codec),
    width: column.width ?? 14,
    hidden: column.hidden === true,
    wrap: column.type === "text" && column.multiline === true,
    ...(list && {
      list: {
        name: listName(register.key, key),
        values: list.map((one) => String(codec.show(one))),
        ...(steps && { steps }),
      },
    }),
    ...(column.readOnly && { quiet: true as const }),
    ...lockOf(register, column, language),
  };
}
