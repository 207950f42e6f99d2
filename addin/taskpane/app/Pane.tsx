import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Preferences } from "../preferences/preferences.ts";
import { WorkProvider } from "../work/WorkContext.tsx";
import { Broken } from "./Broken.tsx";
import { Frame } from "./Frame.tsx";
import { NoWorkbook } from "./NoWorkbook.tsx";
import type { Connected } from "./pane.ts";
import { Starting } from "./Starting.tsx";
import { TextProvider } from "./TextContext.tsx";
import { Themed } from "./Themed.tsx";
import { usePreferences } from "./usePreferences.ts";
import { SignedIn } from "./SignedIn.tsx";

const SignInPage = lazy(() => import("../pages/signIn/SignInPage.tsx"));

interface Props {
  readonly preferences: Preferences;
  /** Office, the workbook and the server's client. The frame stands before they answer. */
  readonly connecting: Promise<Connected>;
}

/** The whole pane: shown at once, filled in as Office, server and workbook answer. */
export function Pane({ preferences, connecting }: Props) {
  const shown = usePreferences(preferences);
  const connected = useConnected(connecting);
  return (
    <TextProvider language={shown.language}>
      <Themed theme={shown.theme}>
        {connected !== null && connected !== "FAILED" ? (
          <Opened preferences={preferences} connected={connected} />
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
  const { signIn, workbook, ribbon } = connected;
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

  const institution = person?.institution;
  const open = useMemo(
    () => (workbook && institution !== undefined ? workbook(institution) : null),
    [workbook, institution],
  );

  if (!workbook) {
    return (
      <Frame preferences={preferences} shown={shown} person={person} signIn={signIn}>
        <NoWorkbook />
      </Frame>
    );
  }
  if (!person || !open) {
    return (
      <Frame preferences={preferences} shown={shown} person={null} signIn={null}>
        <Suspense fallback={<Starting />}>
          <SignInPage signIn={signIn} ended={ended} />
        </Suspense>
      </Frame>
    );
  }
  return (
    <WorkProvider key={person.person}>
      <SignedIn
        preferences={preferences}
        shown={shown}
        person={person}
        signIn={signIn}
        sheets={open.sheets}
        importer={open.importer}
        ribbon={ribbon}
      />
    </WorkProvider>
  );
}

function useConnected(connecting: Promise<Connected>): Connected | "FAILED" | null {
  const [connected, setConnected] = useState<Connected | "FAILED" | null>(null);
  useEffect(() => {
    let gone = false;
    connecting.then(
      (answer) => !gone && setConnected(answer),
      (error: unknown) => {
        console.error(error);
        if (!gone) setConnected("FAILED");
      },
    );
    return () => {
      gone = true;
    };
  }, [connecting]);
  return connected;
}
