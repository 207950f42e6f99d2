import { GraphQLError, Kind, valueFromASTUntyped } from "graphql";
import { builder } from "./builder.ts";

const reject = (name: string, what: string): never => {
  throw new GraphQLError(`${name} must be ${what}.`, { extensions: { code: "BAD_REQUEST" } });
};

builder.scalarType("RawJson", {
  description:
    "A JSON value of any size. It stands in the answer as the database wrote it, neither parsed nor written again by the server.",
  serialize: (placeholder) => placeholder,
  parseValue: () => reject("RawJson", "asked for only; it cannot be sent"),
  parseLiteral: () => reject("RawJson", "asked for only; it cannot be sent"),
});

builder.scalarType("Json", {
  description: "Any JSON value: a text, a number, true or false, null, a list or an object.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a day of the calendar written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const readDate = (value: unknown): string =>
  typeof value === "string" && isDate(value) ? value : reject("Date", "a day written YYYY-MM-DD");

builder.scalarType("Date", {
  description: "A day of the calendar, `YYYY-MM-DD`, without a time or a time zone.",
  serialize: (value) => value,
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const readInstant = (value: unknown): string =>
  typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString()
    : reject("DateTime", "an instant written in ISO 8601 with its offset, such as 2026-01-31T09:30:00Z");

builder.scalarType("DateTime", {
  description: "An instant in ISO 8601, UTC: `2026-01-31T09:30:00.000Z`.",
  serialize: (value) => value,
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});
