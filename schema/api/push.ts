import { SaimeError } from "../messages/errors.ts";
import type { Cell } from "../registers/register.ts";
import type { PushAnswer, PushRow } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { RowResultRef } from "./row-result.ts";
import { jsonOf } from "./written-json.ts";

const PushRowInput = builder.inputType("PushRowInput", {
  description: "A changed row. Only the cells that changed travel.",
  fields: (t) => ({
    row: t.id({ required: true, description: "The row's id; for a new row a UUID that the sender makes." }),
    base: t.int({ description: "The version that the change started from; left out for a new row." }),
    cells: t.field({
      type: "Json",
      required: true,
      description:
        "An object of cells by column: text, number, list of texts, or null to empty the cell; options by key, dates `YYYY-MM-DD`.",
    }),
    retire: t.boolean({ description: "Asks to take the row out of use." }),
  }),
});

const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === "string"));

/** The cells of a sent row, or a refusal of the request when they are no cells at all. Whether they are right the push says. */
export function readCells(sent: unknown, row: string): Readonly<Record<string, Cell>> {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
    throw new SaimeError("BAD_REQUEST", `"cells" of row ${row} must be an object of cells by column.`);
  }
  // As it was parsed: a copy of every row would cost more than reading it.
  const cells = sent as Readonly<Record<string, unknown>>;
  for (const column of Object.keys(cells)) {
    if (!isCell(cells[column])) {
      throw new SaimeError("BAD_REQUEST", `Cell "${column}" of row ${row} is neither a value nor a list of texts.`);
    }
  }
  return cells as Readonly<Record<string, Cell>>;
}

/** UUIDs are compared in lower case; the sender finds its rows again as it wrote them. */
function asSent(answer: PushAnswer, rows: readonly { readonly row: string }[]): PushAnswer {
  const spelt = new Map(rows.filter(({ row }) => row !== row.toLowerCase()).map(({ row }) => [row.toLowerCase(), row]));
  if (spelt.size === 0) return answer;
  return {
    ...answer,
    results: answer.results.map((result) => ({ ...result, row: spelt.get(result.row) ?? result.row })),
  };
}

const PushAnswerRef = builder.objectRef<PushAnswer>("PushAnswer").implement({
  description: "What became of a publish, row by row.",
  fields: (t) => ({
    batch: t.exposeID("batch"),
    part: t.exposeInt("part"),
    dryRun: t.exposeBoolean("dryRun"),
    repeated: t.exposeBoolean("repeated", {
      description: "True when the same part had been applied before and this is the answer of that time.",
    }),
    results: t.expose("results", { type: [RowResultRef] }),
    json: t.field({
      type: "RawJson",
      description: "The whole answer as one JSON value: what a sheet asks for.",
      resolve: (answer, _args, { raw }) => raw.hold(jsonOf(answer)),
    }),
  }),
});

builder.mutationField("push", (t) =>
  t.field({
    type: PushAnswerRef,
    description:
      "Publishes changed rows. Good rows are written although others are refused. The same batch and part again is answered from memory, never applied twice.",
    args: {
      register: t.arg.string({ required: true }),
      batch: t.arg.id({ required: true, description: "UUID of the publish, made by the sender." }),
      part: t.arg.int({ required: true, defaultValue: 0, description: "A large publish travels in parts 0, 1, …" }),
      rows: t.arg({ type: [PushRowInput], required: true }),
      dryRun: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: "Checks everything with the very same code and writes nothing.",
      }),
    },
    resolve: async (_root, { register, batch, part, rows, dryRun }, context) => {
      const actor = signedIn(context);
      if (part < 0) throw new SaimeError("BAD_REQUEST", '"part" must be 0 or more.');
      const answer = await context.use.push(actor, {
        register,
        batch: uuid(batch, "batch"),
        part,
        dryRun,
        rows: rows.map((sent): PushRow => {
          const row = uuid(sent.row, "row");
          const cells = readCells(sent.cells, row);
          return { row, base: sent.base ?? null, cells, ...(sent.retire == null ? {} : { retire: sent.retire }) };
        }),
      });
      return asSent(answer, rows);
    },
  }),
);
