import { createContext, use, useCallback, useEffect, useMemo, useRef, type ReactNode } from "react";
import type { ImportService } from "../../sync/importing.ts";
import type { ResultsService } from "../../sync/results/port.ts";
import type { RegisterStatus, SheetService } from "../../sync/service.ts";
import type { RegisterRights, SignIn } from "../session/port.ts";
import { useWork } from "../work/WorkContext.tsx";
import { knowFields } from "./known-fields.ts";
import { useHints } from "./useHints.ts";
import { useLoaded, type Loaded } from "./useLoaded.ts";

export interface Workbook {
  readonly signIn: SignIn;
  readonly sheets: SheetService;
  readonly importer: ImportService;
  readonly results: ResultsService;
  readonly statuses: Loaded<readonly RegisterStatus[]>;
  /** What the person may do, by register; null until the server has said. */
  readonly rights: Loaded<readonly RegisterRights[]>;
}

const WorkbookContext = createContext<Workbook | null>(null);

/** Keeps the registers' state in this workbook fresh: on hints of the sheet and after every work. */
export function WorkbookProvider(props: {
  readonly signIn: SignIn;
  readonly sheets: SheetService;
  readonly importer: ImportService;
  readonly results: ResultsService;
  readonly children: ReactNode;
}) {
  const { signIn, sheets, importer, results } = props;
  const busy = useWork().running !== null;
  const statuses = useLoaded(useCallback(() => sheets.status(), [sheets]));
  const rights = useLoaded(
    useCallback(
      async (signal: AbortSignal) => {
        const all = await signIn.rights(signal);
        knowFields(all.map(({ key, customFields = [] }) => [key, customFields]));
        return all;
      },
      [signIn],
    ),
  );

  useHints(sheets, "CHANGED", busy, statuses.reload);
  const wasBusy = useRef(false);
  const { reload } = statuses;
  useEffect(() => {
    if (wasBusy.current && !busy) reload();
    wasBusy.current = busy;
  }, [busy, reload]);

  const workbook = useMemo(
    () => ({ signIn, sheets, importer, results, statuses, rights }),
    [signIn, sheets, importer, results, statuses, rights],
  );
  return <WorkbookContext value={workbook}>{props.children}</WorkbookContext>;
}

export function useWorkbook(): Workbook {
  const workbook = use(WorkbookContext);
  if (!workbook) throw new Error("useWorkbook needs a WorkbookProvider above it");
  return workbook;
}

/** What the person may do in a register; undefined while unknown. */
export function useRights(register: string): RegisterRights | undefined {
  return useWorkbook().rights.data?.find(({ key }) => key === register);
}
