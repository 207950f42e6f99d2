import { useEffect, useReducer } from "react";
import { registers } from "../../../schema/registers/catalogue.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { ImportService } from "../../sync/importing.ts";
import type { SheetService } from "../../sync/service.ts";
import { useText } from "../app/TextContext.tsx";
import { Section } from "../parts/Section.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { advance, emptyDraft, keepDraft, keptDraft } from "./draft.ts";
import { importing } from "./messages.ts";
import { PreviewStep } from "./PreviewStep.tsx";
import { ResultStep } from "./ResultStep.tsx";
import { SourceStep } from "./SourceStep.tsx";
import type { StepProps } from "./step.ts";
import { StepLine } from "./StepLine.tsx";

interface Props {
  readonly importer: ImportService;
  readonly sheets: SheetService;
  readonly language: Language;
}

/** Proposed until the person chooses another in the source step. */
const FIRST = registers.services.key;

/** Brings rows of a table or sheet into a register: source, columns, preview, result. */
export default function ImportPage({ importer, sheets }: Props) {
  const text = useText();
  const [draft, act] = useReducer(advance, undefined, () => keptDraft(importer) ?? emptyDraft(FIRST));
  useEffect(() => keepDraft(importer, draft), [importer, draft]);
  const step = { importer, sheets, draft, act };
  return (
    <Section title={text.say(importing.title)}>
      <StepLine step={draft.step} />
      <Body {...step} />
    </Section>
  );
}

function Body(props: StepProps) {
  const { draft } = props;
  if (draft.step === "RESULT" && draft.report) return <ResultStep {...props} report={draft.report} />;
  const { grid, plan, proposal, preview } = draft;
  if (!grid || !plan || !proposal || draft.step === "SOURCE") return <SourceStep {...props} />;
  if (draft.step === "PREVIEW" && preview) return <PreviewStep {...props} grid={grid} plan={plan} preview={preview} />;
  return <ColumnsStep {...props} grid={grid} plan={plan} proposal={proposal} />;
}
