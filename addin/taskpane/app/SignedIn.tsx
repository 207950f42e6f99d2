import { useCallback, useEffect, useState } from "react";
import type { ImportService } from "../../sync/importing.ts";
import type { ResultsService } from "../../sync/results/port.ts";
import type { SheetService } from "../../sync/service.ts";
import { useWorkbook, WorkbookProvider } from "../data/WorkbookContext.tsx";
import type { Preferences, Shown } from "../preferences/preferences.ts";
import type { RecordService } from "../records/port.ts";
import { RecordsContext } from "../records/RecordsContext.tsx";
import type { Person, SignIn } from "../session/port.ts";
import { FailureBar } from "../work/FailureBar.tsx";
import { WorkBar } from "../work/WorkBar.tsx";
import { Frame } from "./Frame.tsx";
import { Navigation } from "./Navigation.tsx";
import { Offline } from "./Offline.tsx";
import { PageBody } from "./PageBody.tsx";
import type { Page, Ribbon, RibbonCommand } from "./pane.ts";

interface Props {
  readonly preferences: Preferences;
  readonly shown: Shown;
  readonly person: Person;
  readonly signIn: SignIn;
  readonly sheets: SheetService;
  readonly importer: ImportService;
  readonly results: ResultsService;
  readonly records: RecordService;
  readonly ribbon: Ribbon | undefined;
}

/** The pane of a signed-in person: pages as tabs. The page is state, not an address: Office takes `history` away. */
export function SignedIn({ sheets, importer, results, records, ribbon, ...frame }: Props) {
  return (
    <WorkbookProvider signIn={frame.signIn} sheets={sheets} importer={importer} results={results}>
      <RecordsContext value={records}>
        <Pages ribbon={ribbon} frame={frame} />
      </RecordsContext>
    </WorkbookProvider>
  );
}

interface PagesProps {
  readonly ribbon: Ribbon | undefined;
  readonly frame: Omit<Props, "sheets" | "importer" | "results" | "records" | "ribbon">;
}

function Pages({ ribbon, frame }: PagesProps) {
  const [page, setPage] = useState<Page>("registers");
  const [asked, setAsked] = useState<RibbonCommand | null>(null);
  const { statuses } = useWorkbook();
  useEffect(
    () =>
      ribbon?.subscribe((command) => {
        setPage(command === "REFRESH" ? "registers" : "changes");
        setAsked(command);
      }),
    [ribbon],
  );
  const done = useCallback(() => setAsked(null), []);
  const go = useCallback((to: Page) => {
    setPage(to);
    // A page that was chosen from within another one starts at its top.
    window.scrollTo(0, 0);
    document.getElementById("page")?.focus();
  }, []);
  const pending = statuses.data?.reduce((sum, status) => sum + status.pending, 0) ?? 0;
  return (
    <Frame
      {...frame}
      onAdminister={() => go("administration")}
      navigation={<Navigation page={page} go={setPage} pending={pending} />}
      footer={<WorkBar />}
    >
      <Offline />
      <FailureBar />
      <PageBody page={page} go={go} asked={asked} onDone={done} />
    </Frame>
  );
}
