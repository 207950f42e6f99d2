import type { Fill } from "../../schema/messages/refusals.ts";
import { checkRow } from "../../schema/registers/check-row.ts";
import type { FactName } from "../../schema/registers/facts.ts";
import type { Asker } from "../../schema/registers/lifecycle.ts";
import type { Register, Row } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";

/** Facts that a test answers with a breach; those left out hold. */
export type Facts = Readonly<Partial<Record<FactName, Fill>>>;

/** Somebody who asks for a write, with facts answered by the test instead of the server. */
export const asker = (held: readonly Who[], facts: Facts = {}, person: string | null = "me"): Asker => ({
  person,
  held,
  fact: (name) => facts[name] ?? null,
});

/** Refusals of a write, each as `CODE column`, or as `RULE column` for a rule by its key. */
export const refused = (register: Register, before: Row | null, after: Row, by: Asker): readonly string[] =>
  checkRow(register, before, after, by).map(({ code, column, rule }) => `${rule ?? code} ${column ?? "-"}`);
