import type { RowResult } from "../../../schema/sync/protocol.ts";
import type { ImportRow } from "../importing.ts";
import type { Compared } from "./compare.ts";

/** A source row with what the server answered for it; unchanged where nothing was sent. */
export function afterPush({ row, push }: Compared, results: ReadonlyMap<string, RowResult>): ImportRow {
  const result = push ? results.get(push.row) : undefined;
  if (!result) return row;
  switch (result.outcome) {
    case "APPLIED":
    case "MERGED":
      return row;
    case "UNCHANGED":
      return { ...row, outcome: "UNCHANGED" };
    case "REFUSED":
      return { ...row, outcome: "REFUSED", refusals: result.refusals ?? [] };
    case "CONFLICT":
      return { ...row, outcome: "CONFLICT", conflicts: result.conflicts ?? [] };
  }
}
