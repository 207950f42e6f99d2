import { makeStyles, tokens } from "@fluentui/react-components";
import { DataTrendingRegular } from "@fluentui/react-icons/svg/data-trending";
import { useCallback, useState } from "react";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { Actions } from "./Actions.tsx";
import { depthOf, isFor } from "../../../../schema/measuring/audiences.ts";
import { type Filtered, Filters } from "./Filters.tsx";
import { useKpis } from "./KpiContext.tsx";
import { KpiTile } from "./KpiTile.tsx";

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 280px), 1fr))",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

/** Where the KPIs stand, how they move, and what is made of them in the workbook. */
export default function KpiPage() {
  const text = useText();
  const styles = useStyles();
  const service = useKpis();
  const [filtered, setFiltered] = useState<Filtered>({ audience: null, scope: null, period: null, last: 24 });
  const { scope, period, last, audience } = filtered;
  // The server's sentences come in the pane's language.
  const { data, failure, loading, reload } = useLoaded(
    useCallback(
      (signal: AbortSignal) => service.series({ scope, period, last }, signal),
      [service, scope, period, last],
    ),
    text.language,
  );
  const shown = (data ?? []).filter((series) => isFor(series.audience, audience));
  return (
    <Section title={text.say(messages.title)}>
      <Filters value={filtered} onChange={setFiltered} />
      {failure && <FailureNote failure={failure} again={reload} />}
      {data === null && loading && <Waiting label={text.say(shell.loading)} />}
      {data && shown.length === 0 && (
        <EmptyState icon={<DataTrendingRegular />} title={text.say(messages.noneTitle)}>
          {text.say(messages.none)}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <div className={styles.tiles}>
          {shown.map((series) => (
            <KpiTile
              key={`${series.latest.kpi.id} ${series.latest.scope.code}`}
              series={series}
              depth={depthOf(audience)}
            />
          ))}
        </div>
      )}
      {data && <Actions series={shown} audience={audience} />}
    </Section>
  );
}
