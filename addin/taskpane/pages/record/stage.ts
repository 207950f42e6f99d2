import { findRegister } from "../../../../schema/registers/catalogue.ts";
import type { HistoryEntry } from "../../../../schema/sync/protocol.ts";
import type { Text } from "../../../i18n/text.ts";
import { cellText } from "../../parts/cellText.ts";

/** History with the newest first, whatever order it came in. */
export function newestFirst(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return [...history].sort((a, b) => b.version - a.version);
}

/** The published stage of a row, told by its history; null for a register without stages or a row without one. */
export function stageOf(register: string, history: readonly HistoryEntry[], text: Text): string | null {
  const column = findRegister(register)?.lifecycle?.column;
  if (column === undefined) return null;
  for (const entry of newestFirst(history)) {
    const change = entry.changes.find((each) => each.column === column);
    if (change) return change.to === null ? null : cellText(register, column, change.to, text);
  }
  return null;
}
