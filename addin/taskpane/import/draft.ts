import type { RegisterKey } from "../../../schema/registers/catalogue.ts";
import type { UndoAnswer } from "../../../schema/sync/protocol.ts";
import type {
  ColumnMapping,
  ImportPlan,
  ImportPreview,
  ImportProposal,
  ImportReport,
  ImportService,
  SourceGrid,
} from "../../sync/importing.ts";

export const STEPS = ["SOURCE", "COLUMNS", "PREVIEW", "RESULT"] as const;
export type Step = (typeof STEPS)[number];

/** Everything a person has chosen so far. What a later step found stays until something before it changes. */
export interface Draft {
  readonly register: RegisterKey;
  readonly step: Step;
  readonly source: string | null;
  readonly grid: SourceGrid | null;
  /** What was proposed: its hints and which columns it mapped. */
  readonly proposal: ImportProposal | null;
  readonly plan: ImportPlan | null;
  readonly preview: ImportPreview | null;
  readonly report: ImportReport | null;
  readonly undone: UndoAnswer | null;
  /** The register's sheet was brought up to date after the import. */
  readonly refreshed: boolean;
}

export const emptyDraft = (register: RegisterKey): Draft => ({
  register,
  step: "SOURCE",
  source: null,
  grid: null,
  proposal: null,
  plan: null,
  preview: null,
  report: null,
  undone: null,
  refreshed: false,
});

export type Act =
  | { readonly do: "REGISTER"; readonly register: RegisterKey }
  | { readonly do: "SOURCE"; readonly source: string }
  /** `plan` is what the person chose for the same source before, or null. */
  | {
      readonly do: "READ";
      readonly grid: SourceGrid;
      readonly proposal: ImportProposal;
      readonly plan: ImportPlan | null;
    }
  | { readonly do: "PLAN"; readonly plan: ImportPlan }
  /** The person has said where the heading is; everything below it is proposed anew. */
  | { readonly do: "HEADING"; readonly proposal: ImportProposal }
  | { readonly do: "MAP"; readonly column: string; readonly mapping: ColumnMapping }
  | { readonly do: "PREVIEWED"; readonly grid: SourceGrid; readonly preview: ImportPreview }
  | { readonly do: "RAN"; readonly report: ImportReport; readonly refreshed: boolean }
  | { readonly do: "UNDONE"; readonly answer: UndoAnswer }
  | { readonly do: "GO"; readonly step: Step }
  | { readonly do: "AGAIN" };

export function advance(draft: Draft, act: Act): Draft {
  switch (act.do) {
    case "REGISTER":
      // What was chosen for another register's columns means nothing here.
      return { ...emptyDraft(act.register), source: draft.source };
    case "SOURCE":
      return { ...draft, source: act.source };
    case "READ":
      return {
        ...draft,
        step: "COLUMNS",
        source: act.grid.source.id,
        grid: act.grid,
        proposal: act.proposal,
        plan: act.plan ?? act.proposal,
        preview: null,
      };
    case "HEADING":
      return { ...draft, proposal: act.proposal, plan: act.proposal, preview: null };
    case "PLAN":
      return { ...draft, plan: act.plan, preview: null };
    case "MAP":
      if (!draft.plan) return draft;
      return { ...draft, plan: withMapping(draft.plan, act.column, act.mapping), preview: null };
    case "PREVIEWED":
      return { ...draft, step: "PREVIEW", grid: act.grid, preview: act.preview };
    case "RAN":
      return { ...draft, step: "RESULT", report: act.report, refreshed: act.refreshed, undone: null };
    case "UNDONE":
      return { ...draft, undone: act.answer };
    case "GO":
      return { ...draft, step: act.step };
    case "AGAIN":
      return { ...emptyDraft(draft.register), source: draft.source };
  }
}

/** A column that is no longer mapped cannot be part of the key. */
function withMapping(plan: ImportPlan, column: string, mapping: ColumnMapping): ImportPlan {
  const key = mapping.from === "COLUMN" ? plan.key : plan.key.filter((one) => one !== column);
  return { ...plan, mapping: { ...plan.mapping, [column]: mapping }, key };
}

/** Drafts outlive the page, so that looking at another one loses nothing. */
const kept = new WeakMap<ImportService, Draft>();
export const keptDraft = (importer: ImportService): Draft | undefined => kept.get(importer);
export function keepDraft(importer: ImportService, draft: Draft): void {
  kept.set(importer, draft);
}
