import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useCallback, useState } from "react";
import { registers, type RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { calendar as messages } from "../../../i18n/messages/calendar.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { work } from "../../../i18n/messages/work.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { useCalendars } from "./CalendarContext.tsx";
import { YearView } from "./YearView.tsx";

const useStyles = makeStyles({
  years: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  year: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  sheets: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Sheets in which calendars are kept. */
const SHEETS = ["calendars", "calendarEditions", "calendarDays"] as const satisfies readonly RegisterKey[];

/** A service calendar's year at a glance, and the way to the sheets where it is kept. */
export default function CalendarPage() {
  const text = useText();
  const styles = useStyles();
  const service = useCalendars();
  const all = useLoaded(useCallback((signal: AbortSignal) => service.calendars(signal), [service]));
  const [chosen, setChosen] = useState<string | null>(null);
  const calendar = chosen ?? all.data?.[0]?.id ?? null;
  return (
    <Section title={text.say(messages.title)}>
      {all.failure && <FailureNote failure={all.failure} again={all.reload} />}
      {all.data === null && all.loading && <Waiting label={text.say(shell.loading)} />}
      {all.data?.length === 0 && (
        <EmptyState icon={<CalendarRegular />} title={text.say(messages.none)} level={2}>
          {text.say(messages.noneBody)}
        </EmptyState>
      )}
      {all.data && calendar !== null && (
        <>
          <Field label={text.say(messages.choose)}>
            <Select value={calendar} onChange={(_event, { value }) => setChosen(value)}>
              {all.data.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Year calendar={calendar} />
        </>
      )}
      {all.data && (
        <div className={styles.sheets} role="group" aria-label={text.say(messages.edit)}>
          <Sheets />
        </div>
      )}
    </Section>
  );
}

function Year({ calendar }: { readonly calendar: string }) {
  const text = useText();
  const styles = useStyles();
  const service = useCalendars();
  const [year, setYear] = useState(() => new Date().getFullYear());
  const loaded = useLoaded(
    useCallback((signal: AbortSignal) => service.year(calendar, year, signal), [service, calendar, year]),
  );
  return (
    <>
      <div className={styles.years}>
        <Button
          icon={<ChevronLeftRegular />}
          aria-label={text.say(messages.before)}
          disabledFocusable={year <= 2000}
          onClick={() => setYear(year - 1)}
        />
        <h2 className={styles.year} aria-live="polite">
          {text.say(messages.year, { year: String(year) })}
        </h2>
        <Button
          icon={<ChevronRightRegular />}
          aria-label={text.say(messages.after)}
          disabledFocusable={year >= 2100}
          onClick={() => setYear(year + 1)}
        />
      </div>
      {loaded.failure && <FailureNote failure={loaded.failure} again={loaded.reload} />}
      {loaded.data === null && loaded.loading && <Waiting label={text.say(shell.loading)} />}
      {loaded.data && <YearView days={loaded.data} />}
    </>
  );
}

function Sheets() {
  const text = useText();
  const { sheets } = useWorkbook();
  const { run, running } = useWork();
  const { language } = text;
  const open = (register: RegisterKey) => {
    const again = () => void run(work.opening, (job) => sheets.open(register, language, job), again);
    again();
  };
  return SHEETS.map((key) => (
    <Button key={key} size="small" disabledFocusable={running !== null} onClick={() => open(key)}>
      {text.words(registers[key].label)}
    </Button>
  ));
}
