import { type ObjectRef } from "@pothos/core";
import type { Column, Register } from "../../registers/register.ts";
import { builder, type Types } from "../builder.ts";
import type { ListedRow } from "../context.ts";
import { described } from "../term.ts";
import { CustomCellRef } from "../custom-fields.ts";
import { type OptionsRef } from "./options.ts";
import { type Reference, referenceRef } from "./reference.ts";

type Fields = PothosSchemaTypes.ObjectFieldBuilder<Types, ListedRow>;

/** Whether every row has the cell: required columns, the code that the server gives, the lifecycle's state. */
const always = (register: Register, key: string, column: Column): boolean =>
  column.required === true || key === register.code.column || key === register.lifecycle?.column;

/** The object type of a register's rows: the system's fields, then its columns in declared order. */
export function rowRef(register: Register, options: ReadonlyMap<string, OptionsRef>): ObjectRef<Types, ListedRow> {
  return builder.objectRef<ListedRow>(register.type).implement({
    description: described(register.one, register.help),
    fields: (t) => ({
      id: t.exposeID("id"),
      version: t.exposeInt("version", { description: "Counts the row's changes, from 1." }),
      retired: t.exposeBoolean("retired", { description: "Taken out of use." }),
      createdAt: t.expose("createdAt", { type: "DateTime" }),
      updatedAt: t.expose("updatedAt", { type: "DateTime" }),
      custom: t.expose("custom", {
        type: [CustomCellRef],
        description: "What the row holds in the columns that the institution has added to the register.",
      }),
      ...Object.fromEntries(
        Object.entries(register.columns).map(([key, column]) => [
          key,
          cellField(t, key, column, !always(register, key, column), options.get(key)),
        ]),
      ),
    }),
  });
}

function cellField(t: Fields, key: string, column: Column, nullable: boolean, option: OptionsRef | undefined) {
  const description = described(column.label, column.help);
  const cell = <T>(row: ListedRow): T => (row.cells[key] ?? null) as T;
  const list = <T>(row: ListedRow): T[] => (row.cells[key] ?? []) as T[];
  switch (column.type) {
    case "text":
    case "link":
      return t.string({ description, nullable, resolve: (row) => cell<string>(row) });
    case "choice":
      if (option === undefined) throw new Error(`Column ${key} has no enum`);
      return t.field({ type: option, description, nullable, resolve: (row) => cell<string>(row) });
    case "choices":
      if (option === undefined) throw new Error(`Column ${key} has no enum`);
      return t.field({ type: [option], description, resolve: (row) => list<string>(row) });
    case "reference":
      return t.field({ type: referenceRef(column.to), description, nullable, resolve: (row) => cell<Reference>(row) });
    case "references":
      return t.field({ type: [referenceRef(column.to)], description, resolve: (row) => list<Reference>(row) });
    case "date":
      return t.field({ type: "Date", description, nullable, resolve: (row) => cell<string>(row) });
    case "datetime":
      return t.field({ type: "DateTime", description, nullable, resolve: (row) => cell<string>(row) });
    case "integer":
      return t.int({ description, nullable, resolve: (row) => cell<number>(row) });
    case "number":
      return t.float({ description, nullable, resolve: (row) => cell<number>(row) });
    case "boolean":
      return t.boolean({ description, nullable, resolve: (row) => cell<boolean>(row) });
  }
}
