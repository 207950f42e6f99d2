import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { TableSearchRegular } from "@fluentui/react-icons/svg/table-search";
import { useCallback } from "react";
import type { ImportSource } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { useLoaded } from "../data/useLoaded.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { FailureNote } from "../parts/FailureNote.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { useWork } from "../work/WorkContext.tsx";
import { RegisterChoice } from "./RegisterChoice.tsx";
import { stillFits } from "./fresh.ts";
import { importing } from "./messages.ts";
import type { StepProps } from "./step.ts";
import { useImportStyles } from "./styles.ts";

const useStyles = makeStyles({
  source: { display: "grid", minWidth: 0 },
  name: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
});

/** Which table, sheet or range to import. */
export function SourceStep({ importer, draft, act }: StepProps) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const sources = useLoaded(useCallback(() => importer.sources(), [importer]));
  const list = sources.data;
  const chosen = list?.find((source) => source.id === draft.source) ?? list?.[0];

  async function read(source: ImportSource) {
    const found = await run(
      importing.reading,
      async (work) => {
        const grid = await importer.read(source.id, work);
        return { grid, proposal: await importer.propose(draft.register, grid) };
      },
      () => void read(source),
    );
    if (found) act({ do: "READ", ...found, plan: stillFits(draft, found.grid) ? draft.plan : null });
  }

  if (sources.failure && !list) return <FailureNote failure={sources.failure} again={sources.reload} />;
  if (!list) return <Waiting label={text.say(importing.listing)} />;
  const again = (
    <Button disabledFocusable={sources.loading} onClick={sources.reload}>
      {text.say(importing.reload)}
    </Button>
  );
  if (!chosen) {
    return (
      <EmptyState icon={<TableSearchRegular />} title={text.say(importing.noSources)} action={again}>
        {text.say(importing.noSourcesBody)}
      </EmptyState>
    );
  }
  return (
    <div className={styles.step}>
      <p className={styles.quiet}>{text.say(importing.intro)}</p>
      <RegisterChoice register={draft.register} choose={(register) => act({ do: "REGISTER", register })} />
      <Field label={text.say(importing.sources)} hint={text.say(importing.reloadHint)}>
        <RadioGroup value={chosen.id} onChange={(_event, { value }) => act({ do: "SOURCE", source: value })}>
          {list.map((source) => (
            <Radio key={source.id} value={source.id} label={<SourceLabel source={source} />} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.sticky}>
        <Button appearance="primary" disabledFocusable={running !== null} onClick={() => void read(chosen)}>
          {text.say(importing.next)}
        </Button>
        {again}
      </div>
    </div>
  );
}

function SourceLabel({ source }: { readonly source: ImportSource }) {
  const text = useText();
  const styles = useStyles();
  const shared = useImportStyles();
  const size = [
    text.say(importing.sizeRows, { count: source.rows }),
    text.say(importing.sizeColumns, { count: source.columns }),
  ].join(", ");
  return (
    <span className={styles.source}>
      <span className={styles.name}>{text.say(importing[`kind${source.kind}`], { name: source.name })}</span>
      <span className={shared.small}>
        {source.kind === "SHEET" ? size : `${text.say(importing.onSheet, { sheet: source.sheet })}, ${size}`}
      </span>
    </span>
  );
}
