import { lazy, Suspense } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { useWorkbook } from "../data/WorkbookContext.tsx";
import { RegistersPage } from "../pages/registers/RegistersPage.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import type { Page, RibbonCommand } from "./pane.ts";
import { useText } from "./TextContext.tsx";

const ChangesPage = lazy(() => import("../pages/changes/ChangesPage.tsx"));
const RecordPage = lazy(() => import("../pages/record/RecordPage.tsx"));
const OverviewPage = lazy(() => import("../pages/overview/OverviewPage.tsx"));
const KnowledgePage = lazy(() => import("../pages/knowledge/KnowledgePage.tsx"));
const KpiPage = lazy(() => import("../pages/kpi/KpiPage.tsx"));
const CalendarPage = lazy(() => import("../pages/calendar/CalendarPage.tsx"));
const ImportPage = lazy(() => import("../import/ImportPage.tsx"));
const AdministrationPage = lazy(() => import("../pages/administration/AdministrationPage.tsx"));
const MaturityPage = lazy(() => import("../pages/maturity/MaturityPage.tsx"));

interface Props {
  readonly page: Page;
  readonly go: (page: Page) => void;
  /** What a ribbon button asked for and the page has not taken up yet. */
  readonly asked: RibbonCommand | null;
  readonly onDone: () => void;
}

/** The chosen page. All but the first arrive when they are asked for. */
export function PageBody(props: Props) {
  const text = useText();
  const { page } = props;
  return (
    <div
      id="page"
      {...(page === "administration"
        ? { role: "region", "aria-label": text.say(shell.administration) }
        : { role: "tabpanel", "aria-labelledby": `tab-${page}` })}
      tabIndex={-1}
      className="page"
    >
      <Suspense fallback={<Waiting label={text.say(shell.loading)} />}>
        <Body {...props} />
      </Suspense>
    </div>
  );
}

function Body({ page, go, asked, onDone }: Props) {
  const { sheets, importer } = useWorkbook();
  const { language } = useText();
  switch (page) {
    case "registers":
      return <RegistersPage go={go} refreshAsked={asked === "REFRESH"} onDone={onDone} />;
    case "changes":
      return <ChangesPage go={go} publishAsked={asked === "PUBLISH"} onDone={onDone} />;
    case "record":
      return <RecordPage />;
    case "overview":
      return <OverviewPage go={go} />;
    case "kpi":
      return <KpiPage />;
    case "knowledge":
      return <KnowledgePage />;
    case "import":
      return <ImportPage importer={importer} language={language} sheets={sheets} />;
    case "maturity":
      return <MaturityPage />;
    case "calendar":
      return <CalendarPage />;
    case "administration":
      return <AdministrationPage />;
  }
}
