import { type InputRef } from "@pothos/core";
import { SaimeError } from "../../messages/errors.ts";
import type { Column, Register } from "../../registers/register.ts";
import { builder } from "../builder.ts";
import type { ListQuery } from "../context.ts";
import { term } from "../term.ts";
import { constantName } from "../../registers/text.ts";

type Order = ListQuery["orderBy"][number];

/** Order by more columns than this says nothing more. */
const MOST_COLUMNS = 5;

const OrderDirection = builder.enumType("OrderDirection", {
  description: "Ascending, empty cells last; or descending, empty cells first.",
  values: ["ASC", "DESC"] as const,
});

/** Lists have no order of their own, and a reference is kept as an id. */
const sortable = (column: Column): boolean => !["choices", "reference", "references"].includes(column.type);

/** `ServiceOrder`: a column and a direction. */
export function orderRef(register: Register): InputRef<Order> {
  const columns = Object.entries(register.columns).filter(([, column]) => sortable(column));
  const field = builder.enumType(`${register.type}OrderField`, {
    description: `Columns by which "${register.key}" can be ordered.`,
    values: Object.fromEntries(
      columns.map(([key, { label }]) => [constantName(key), { value: key, description: term(label) }]),
    ),
  });
  return builder.inputRef<Order>(`${register.type}Order`).implement({
    description: `A column by which to order "${register.key}". Rows alike in it follow by the next one, at last by code.`,
    fields: (t) => ({
      column: t.field({ type: field, required: true }),
      direction: t.field({ type: OrderDirection, required: true, defaultValue: "ASC" }),
    }),
  });
}

/** The order asked for, with the code at the end so that pages never overlap. */
export function orderOf(register: Register, asked: readonly Order[] | null | undefined): Order[] {
  const orders = [...(asked ?? [])];
  if (orders.length > MOST_COLUMNS) {
    throw new SaimeError("BAD_REQUEST", `"orderBy" takes at most ${MOST_COLUMNS} columns.`);
  }
  const code = register.code.column;
  return orders.some(({ column }) => column === code) ? orders : [...orders, { column: code, direction: "ASC" }];
}
