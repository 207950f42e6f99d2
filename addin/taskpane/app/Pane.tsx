import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { AdministrationContext } from "../pages/administration/AdministrationContext.tsx";
import { CalendarContext } from "../pages/calendar/CalendarContext.tsx";
import { KnowledgeContext } from "../pages/knowledge/KnowledgeContext.tsx";
import { KpiContext } from "../pages/kpi/KpiContext.tsx";
import { MaturityContext } from "../pages/maturity/MaturityContext.tsx";
import type { Preferences } from "../preferences/preferences.ts";
import { WorkProvider } from "../work/WorkContext.tsx";
import { Broken } from "./Broken.tsx";
import { Frame } from "./Frame.tsx";
import { NoWorkbook } from "./NoWorkbook.tsx";
import type { Connected, Institution } from "./pane.ts";
import { Starting } from "./Starting.tsx";
import { TextProvider } from "./TextContext.tsx";
import { Themed } from "./Themed.tsx";
import { useAnswer } from "./useAnswer.ts";
import { usePreferences } from "./usePreferences.ts";

const SignInPage = lazy(() => import("../pages/signIn/SignInPage.tsx"));
/** The pages bring every register's declaration along, which nobody needs before signing in. */
const fetchPages = () => import("./SignedIn.tsx");

interface Props {
  readonly preferences: Preferences;
  /** Office, the workbook and the server's client. The frame stands before they answer. */
  readonly connecting: Promise<Connected>;
}

/** The whole pane: shown at once, filled in as Office, server and workbook answer. */
export function Pane({ preferences, connecting }: Props) {
  const shown = usePreferences(preferences);
  const connected = useAnswer(connecting);
  return (
    <TextProvider language={shown.language}>
      <Themed theme={shown.theme}>
        {connected !== null && connected !== "FAILED" ? (
          <CalendarContext value={connected.calendars}>
            <KnowledgeContext value={connected.knowledge}>
              <MaturityContext value={connected.maturity}>
                <KpiContext value={connected.kpis}>
                  <AdministrationContext value={connected.administration}>
                    <Opened preferences={preferences} connected={connected} />
                  </AdministrationContext>
                </KpiContext>
              </MaturityContext>
            </KnowledgeContext>
          </CalendarContext>
        ) : (
          <Frame preferences={preferences} shown={shown} person={null} signIn={null}>
            {connected === "FAILED" ? <Broken /> : <Starting />}
          </Frame>
        )}
      </Themed>
    </TextProvider>
  );
}

function Opened({ preferences, connected }: { readonly preferences: Preferences; readonly connected: Connected }) {
  const { signIn, workbook, records, ribbon } = connected;
  const shown = usePreferences(preferences);
  const subscribe = useState(() => (changed: () => void) => signIn.subscribe(changed))[0];
  const person = useSyncExternalStore(subscribe, () => signIn.current());
  const ended = useSyncExternalStore(subscribe, () => signIn.ended());
  useEffect(() => {
    if (!person) return;
    const controller = new AbortController();
    // Offline is no reason to shut anyone out: the pages say so where it matters.
    signIn.verify(controller.signal).catch(() => undefined);
    return () => controller.abort();
    // Only once a session, not whenever its person's roles are told anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [signIn, person?.person]);

  const { institutionId: id, institution: name } = person ?? {};
  const opening = useMemo(
    () => (workbook && id !== undefined && name !== undefined ? open(workbook, { id, name }) : null),
    [workbook, id, name],
  );
  const opened = useAnswer(opening);
  const idle = person === null;
  useEffect(() => {
    // While the person chooses, the rest is fetched; where that fails it is fetched again after signing in.
    if (idle) fetchPages().catch(() => undefined);
  }, [idle]);

  if (!workbook) {
    return (
      <Frame preferences={preferences} shown={shown} person={person} signIn={signIn}>
        <NoWorkbook />
      </Frame>
    );
  }
  if (!person) {
    return (
      <Frame preferences={preferences} shown={shown} person={null} signIn={null}>
        <Suspense fallback={<Starting />}>
          <SignInPage signIn={signIn} ended={ended} />
        </Suspense>
      </Frame>
    );
  }
  if (opened === null || opened === "FAILED") {
    return (
      <Frame preferences={preferences} shown={shown} person={person} signIn={signIn}>
        {opened === "FAILED" ? <Broken /> : <Starting />}
      </Frame>
    );
  }
  const { SignedIn, sheets, importer, results } = opened;
  return (
    <WorkProvider key={person.person}>
      <SignedIn
        preferences={preferences}
        shown={shown}
        person={person}
        signIn={signIn}
        sheets={sheets}
        importer={importer}
        results={results}
        records={records}
        ribbon={ribbon}
      />
    </WorkProvider>
  );
}

/** Workbook and pages, fetched side by side. */
async function open(workbook: NonNullable<Connected["workbook"]>, institution: Institution) {
  const [opened, pages] = await Promise.all([workbook(institution), fetchPages()]);
  return { ...opened, ...pages };
}
