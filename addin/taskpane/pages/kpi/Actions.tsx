import { Button, Field, makeStyles, MessageBar, MessageBarBody, Select, tokens } from "@fluentui/react-components";
import { ChartMultipleRegular } from "@fluentui/react-icons/svg/chart-multiple";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useState } from "react";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { type Audience, AUDIENCES } from "../../../../schema/measuring/audiences.ts";
import { openLink } from "../../office/open-link.ts";
import { dayBefore } from "./figure.ts";
import { useKpis } from "./KpiContext.tsx";
import type { SeriesView } from "./port.ts";
import { monthEnds, reportView } from "./report-view.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "end" },
});

interface Props {
  readonly series: readonly SeriesView[];
  readonly audience: Audience | null;
}

/** What is made of the results in the workbook: their sheet, PivotTables and charts, a report. */
export function Actions({ series, audience }: Props) {
  const text = useText();
  const styles = useStyles();
  const { results, signIn } = useWorkbook();
  const kpis = useKpis();
  const { run, running } = useWork();
  const [done, setDone] = useState<string | null>(null);
  // The server's day: figures are of its calendar, whatever the computer's clock says.
  const today = series
    .reduce((last, { latest }) => (latest.computedAt > last ? latest.computedAt : last), "")
    .slice(0, 10);
  const ends = today === "" ? [] : monthEnds(today, 12);
  const [chosen, setChosen] = useState("");
  const until = ends.includes(chosen) ? chosen : (ends[0] ?? "");
  const { language } = text;

  const refresh = () =>
    void run(messages.makingResults, async (work) => {
      setDone(null);
      const { rows, added, changed, removed } = await results.refresh(language, work);
      setDone(text.say(messages.resultsDone, { rows, added, changed, removed }));
    });
  const analyse = () =>
    void run(messages.analysing, async (work) => {
      setDone(null);
      await results.analyse(language, work);
      setDone(text.say(messages.analysed));
    });
  const report = () =>
    void run(messages.reporting, async (work) => {
      setDone(null);
      const names = {
        institution: signIn.current()?.institution ?? "",
        audience: audience === null ? "" : text.words(AUDIENCES[audience].label),
        today,
      };
      await results.report(reportView(series, until, names, text), language, work);
      setDone(text.say(messages.reported));
    });
  const print = () =>
    void run(messages.reporting, async ({ signal }) => {
      setDone(null);
      openLink(await kpis.printable(audience, until, signal));
      setDone(text.say(messages.printed));
    });
  const busy = running !== null;
  return (
    <section className={styles.root} aria-labelledby="kpi-workbook">
      <h2 id="kpi-workbook" className={styles.title}>
        {text.say(messages.inWorkbook)}
      </h2>
      <div className={styles.buttons}>
        <Button icon={<TableRegular />} disabled={busy} onClick={refresh}>
          {text.say(messages.sheet)}
        </Button>
        <Button icon={<ChartMultipleRegular />} disabled={busy} onClick={analyse}>
          {text.say(messages.analyse)}
        </Button>
      </div>
      {until !== "" && (
        <div className={styles.buttons}>
          <Field label={text.say(messages.reportUntil)}>
            <Select value={until} onChange={(_event, { value }) => setChosen(value)}>
              {ends.map((end) => (
                <option key={end} value={end}>
                  {text.day(dayBefore(end))}
                </option>
              ))}
            </Select>
          </Field>
          <Button icon={<DocumentTextRegular />} disabled={busy} onClick={report}>
            {text.say(messages.reportSheet)}
          </Button>
          <Button icon={<PrintRegular />} disabled={busy} onClick={print}>
            {text.say(messages.print)}
          </Button>
        </div>
      )}
      {done !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{done}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
