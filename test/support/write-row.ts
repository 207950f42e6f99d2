import type { Fill } from "../../schema/messages/refusals.ts";
import { checkRow } from "../../schema/registers/check-row.ts";
import type { FactName } from "../../schema/registers/facts.ts";
import { prepareRow } from "../../schema/registers/prepare-row.ts";
import type { Register, Row } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { USUAL_SETTINGS } from "../../schema/registers/settings.ts";

/** A write of one row as the server does it, completed and then checked, without a server: the test answers for facts. */

export const NOW = "2026-11-21T10:00:00Z";

export interface Writer {
  readonly held: readonly Who[];
  /** Null for a monitoring system. */
  readonly person?: string | null;
  /** What the server would find out; a fact left out holds nothing against the row. */
  readonly facts?: Readonly<Partial<Record<FactName, Fill>>>;
}

/** What became of the row, and what was wrong as `CODE column` or, of a rule, `RULE_KEY column`. */
export function write(register: Register, before: Row | null, cells: Row, writer: Writer) {
  const person = writer.person === undefined ? "me" : writer.person;
  const moment = { now: NOW, today: NOW.slice(0, 10), person, settings: USUAL_SETTINGS };
  const row = prepareRow(register, before, { ...before, ...cells }, moment);
  const asker = { ...moment, held: writer.held, fact: (name: FactName) => writer.facts?.[name] ?? null };
  const refusals = checkRow(register, before, row, asker);
  const wrong = refusals.map(({ code, rule, column }) => `${rule ?? code} ${column ?? "row"}`);
  return { row, refusals, wrong: [...new Set(wrong)] };
}
