import { useCallback, useEffect, useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import type { Message } from "../../../i18n/message.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { conflicts } from "../../../i18n/messages/conflicts.ts";
import { work } from "../../../i18n/messages/work.ts";
import type { Text } from "../../../i18n/text.ts";
import type { ChangeSet, Choice, Deleted, PublishReport, Work } from "../../../sync/service.ts";
import { useHints } from "../../data/useHints.ts";
import { useLoaded, type Loaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { useWork } from "../../work/WorkContext.tsx";

/** How the last deed ended. */
export type Result =
  | { readonly of: "CHECK" | "PUBLISH" | "UNDO"; readonly report: PublishReport }
  | { readonly of: "NOTE"; readonly say: Say };
type Say = (text: Text) => string;
export type LastBatch = { readonly batch: string; readonly at: string; readonly rows: number };

export interface ChangeDesk {
  readonly changes: Loaded<ChangeSet>;
  readonly lastBatch: LastBatch | null;
  readonly result: Result | null;
  readonly busy: boolean;
  readonly clearResult: () => void;
  readonly check: () => void;
  readonly publish: (deleted: Deleted) => void;
  readonly undo: (batch: string) => void;
  readonly resolve: (choices: readonly Choice[]) => void;
  readonly discard: (rows: readonly string[], say: Say) => void;
  /** Writes a cell as if the person had typed it. */
  readonly fill: (row: string, column: string, cell: Cell) => void;
  /** Says how something else ended, and reads the sheet again. */
  readonly note: (say: Say) => void;
  readonly jump: (row: string, column: string | null) => void;
}

/** Everything that can be done with a register's unpublished edits, and how it ended. */
export function useChangeDesk(register: RegisterKey): ChangeDesk {
  const { sheets } = useWorkbook();
  const { run, running } = useWork();
  const busy = running !== null;
  const [result, setResult] = useState<Result | null>(null);
  const [lastBatch, setLastBatch] = useState<LastBatch | null>(null);
  const changes = useLoaded(
    useCallback((signal: AbortSignal) => sheets.changes(register, { signal }), [sheets, register]),
  );
  const { put, reload } = changes;
  useHints(sheets, "CHANGED", busy, reload);

  const readLastBatch = useCallback(() => {
    // Without an answer the undo is not offered; the pages' own loading tells why the workbook does not answer.
    sheets.lastBatch(register).then(setLastBatch, () => setLastBatch(null));
  }, [sheets, register]);
  useEffect(readLastBatch, [readLastBatch]);

  const report = useCallback(
    async (
      of: "CHECK" | "PUBLISH" | "UNDO",
      label: Message,
      job: (work: Work) => Promise<PublishReport>,
      again: () => void,
    ) => {
      setResult(null);
      const answer = await run(label, job, again);
      readLastBatch();
      // A publish that failed or was cancelled may have landed in part.
      if (!answer) return reload();
      put(answer.changes);
      setResult({ of, report: answer });
    },
    [run, put, reload, readLastBatch],
  );
  const change = useCallback(
    async (label: Message, job: (work: Work) => Promise<ChangeSet>, say: Say) => {
      setResult(null);
      const answer = await run(label, job);
      if (!answer) return reload();
      put(answer);
      setResult({ of: "NOTE", say });
    },
    [run, put, reload],
  );

  const check = () => void report("CHECK", work.checking, (job) => sheets.check(register, job), check);
  const publish = (deleted: Deleted) =>
    void report(
      "PUBLISH",
      work.publishing,
      (job) => sheets.publish(register, deleted, job),
      () => publish(deleted),
    );
  const undo = (batch: string) =>
    void report(
      "UNDO",
      work.undoing,
      (job) => sheets.undo(register, batch, job),
      () => undo(batch),
    );
  return {
    changes,
    lastBatch,
    result,
    busy,
    clearResult: () => setResult(null),
    check,
    publish,
    undo,
    resolve: (choices) =>
      void change(
        work.resolving,
        (job) => sheets.resolve(register, choices, job),
        (text) => text.say(conflicts.resolved, { count: choices.length }),
      ),
    discard: (rows, say) => void change(work.discarding, (job) => sheets.discard(register, rows, job), say),
    fill: (row, column, cell) =>
      void change(
        work.resolving,
        (job) => sheets.fill(register, row, column, cell, job),
        (text) => text.say(messages.filled),
      ),
    note: (say) => {
      setResult({ of: "NOTE", say });
      reload();
    },
    jump: (row, column) => void run(work.phaseREAD, () => sheets.jump(register, row, column)),
  };
}
