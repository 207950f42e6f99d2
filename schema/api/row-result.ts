import { OUTCOMES, type CellConflict, type Outcome, type RowResult } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { RefusalRef } from "./refusal.ts";

const MEANING: Record<Outcome, string> = {
  APPLIED: "Written as sent.",
  MERGED: "Written; others had changed other cells of the row, which are in `cells`.",
  CONFLICT: "Not written: somebody else changed the same cells.",
  REFUSED: "Not written: a rule or a right forbids it.",
  UNCHANGED: "The row holds these values already.",
};

export const OutcomeRef = builder.enumType("Outcome", {
  description: "What became of a row.",
  values: Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, { value: outcome, description: MEANING[outcome] }]),
  ) as Record<Outcome, { value: Outcome; description: string }>,
});

const CellConflictRef = builder.objectRef<CellConflict>("CellConflict").implement({
  description: "A cell that two people changed.",
  fields: (t) => ({
    column: t.exposeString("column"),
    base: t.expose("base", { type: "Json", nullable: true, description: "What the change started from." }),
    mine: t.expose("mine", { type: "Json", nullable: true, description: "What was sent." }),
    theirs: t.expose("theirs", { type: "Json", nullable: true, description: "What the register holds now." }),
    by: t.exposeString("by", { description: "Who set it." }),
    at: t.expose("at", { type: "DateTime", description: "When it was set." }),
  }),
});

export const RowResultRef = builder.objectRef<RowResult>("RowResult").implement({
  description: "The answer for one row.",
  fields: (t) => ({
    row: t.exposeID("row", { description: "The row as it was sent." }),
    outcome: t.expose("outcome", { type: OutcomeRef }),
    id: t.id({
      nullable: true,
      description: "The row's id in the register; null when refused.",
      resolve: ({ id }) => id,
    }),
    version: t.int({
      nullable: true,
      description: "The row's version now; for a conflict the version that holds `theirs`.",
      resolve: ({ version }) => version,
    }),
    retired: t.boolean({ nullable: true, resolve: ({ retired }) => retired }),
    cells: t.field({
      type: "Json",
      nullable: true,
      description: "Cells by column that differ from what was sent: stamped, normalised, or merged in from others.",
      resolve: ({ cells }) => cells,
    }),
    conflicts: t.field({ type: [CellConflictRef], resolve: ({ conflicts }) => conflicts ?? [] }),
    refusals: t.field({ type: [RefusalRef], resolve: ({ refusals }) => refusals ?? [] }),
  }),
});
