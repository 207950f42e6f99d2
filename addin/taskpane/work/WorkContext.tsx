import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { Message } from "../../i18n/message.ts";
import type { Progress, Work } from "../../sync/service.ts";
import { toFailure, type Failure } from "./failure.ts";

export interface Running {
  readonly label: Message;
  readonly progress: Progress | null;
  readonly stopping: boolean;
}
export interface Failed {
  readonly failure: Failure;
  /** Does the same again; null where that makes no sense. */
  readonly again: (() => void) | null;
}

/** Long work on workbook and server: one at a time, seen and cancelled from everywhere in the pane. */
export interface WorkDesk {
  readonly running: Running | null;
  readonly failed: Failed | null;
  /** Runs `job`. Gives its value, or undefined when it failed, was cancelled, or other work is running. */
  readonly run: <T>(label: Message, job: (work: Work) => Promise<T>, again?: () => void) => Promise<T | undefined>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

const WorkContext = createContext<WorkDesk | null>(null);
/** Milliseconds between two pictures of the progress: the engine may report thousands of steps a second. */
const PICTURE = 80;

export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const [running, setRunning] = useState<Running | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const controller = useRef<AbortController | null>(null);

  const run = useCallback(
    async <T,>(label: Message, job: (work: Work) => Promise<T>, again?: () => void): Promise<T | undefined> => {
      if (controller.current) return undefined;
      const mine = new AbortController();
      controller.current = mine;
      setFailed(null);
      setRunning({ label, progress: null, stopping: false });
      let shown = 0;
      const onProgress = (progress: Progress) => {
        const now = performance.now();
        if (now - shown < PICTURE && progress.done < progress.total) return;
        shown = now;
        setRunning((before) => before && { ...before, progress });
      };
      try {
        return await job({ signal: mine.signal, onProgress });
      } catch (error) {
        setFailed({ failure: toFailure(error), again: again ?? null });
        return undefined;
      } finally {
        controller.current = null;
        setRunning(null);
      }
    },
    [],
  );
  const cancel = useCallback(() => {
    controller.current?.abort();
    setRunning((before) => before && { ...before, stopping: true });
  }, []);
  const dismiss = useCallback(() => setFailed(null), []);

  const desk = useMemo(() => ({ running, failed, run, cancel, dismiss }), [running, failed, run, cancel, dismiss]);
  return <WorkContext value={desk}>{children}</WorkContext>;
}

export function useWork(): WorkDesk {
  const desk = use(WorkContext);
  if (!desk) throw new Error("useWork needs a WorkProvider above it");
  return desk;
}
