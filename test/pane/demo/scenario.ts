import type { ServerErrorCode } from "../../../addin/sync/server.ts";

/** What the demo workbook and server are like. Read from the page's address, so that a test can ask for any. */
export interface Scenario {
  readonly signedIn: boolean;
  readonly sheet: "NONE" | "OPEN" | "BROKEN";
  readonly pending: "SOME" | "NONE" | number;
  readonly selected: "PUBLISHED" | "INCIDENT" | "NEW" | "NONE";
  readonly readOnly: boolean;
  /** Every call to the server fails so. */
  readonly fails: ServerErrorCode | null;
  /** Milliseconds between two steps of progress; 0 goes through at once. */
  readonly slow: number;
  readonly workbook: boolean;
  /** The person has columns of their own in the sheet, and may add custom fields. */
  readonly own: boolean;
  /** Office's language. */
  readonly display: string;
}

export function readScenario(search: string): Scenario {
  const asked = new URLSearchParams(search);
  const pending = asked.get("pending") ?? "SOME";
  return {
    signedIn: asked.get("signedIn") !== "no",
    sheet: (asked.get("sheet") ?? "OPEN") as Scenario["sheet"],
    pending: pending === "SOME" || pending === "NONE" ? pending : Number(pending),
    selected: (asked.get("selected") ?? "PUBLISHED") as Scenario["selected"],
    readOnly: asked.get("readOnly") === "yes",
    fails: asked.get("fails") as ServerErrorCode | null,
    slow: Number(asked.get("slow") ?? 0),
    workbook: asked.get("workbook") !== "no",
    own: asked.get("own") === "yes",
    display: asked.get("display") ?? "lv-LV",
  };
}
