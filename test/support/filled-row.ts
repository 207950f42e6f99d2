import type { Fill } from "../../schema/messages/refusals.ts";
import { FACTS, type FactName } from "../../schema/registers/facts.ts";
import type { Cell, Column, Register, Row } from "../../schema/registers/register.ts";

/** A row with a sound cell in every column; no person in it is anybody's who asks. */
export function filledRow({ columns }: Register): Row {
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, anyCell(column)]));
}

function anyCell(column: Column): Cell {
  switch (column.type) {
    case "choice":
      return Object.keys(column.options)[0] ?? null;
    case "choices":
      return Object.keys(column.options).slice(0, 1);
    case "references":
      return ["someone"];
    case "date":
      return "2026-01-01";
    case "datetime":
      return "2026-01-01T08:00:00Z";
    case "integer":
    case "number":
      return column.min ?? 1;
    case "boolean":
      return true;
    case "text":
    case "link":
    case "reference":
      return "something";
  }
}

/** Names of what a fact tells, as its words list them. */
export const factNames = (fact: FactName): readonly string[] =>
  [...FACTS[fact].matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

/** Words for everything that a fact tells. */
export const wordsOf = (fact: FactName): Fill => Object.fromEntries(factNames(fact).map((name) => [name, `(${name})`]));
