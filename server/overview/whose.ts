import type { Actor } from "../../schema/api/context.ts";
import type { Wait } from "../../schema/overview/waits.ts";
import type { Register, Transition } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { heldEverywhere } from "../access/rights.ts";
import { namings } from "../access/sight.ts";
import { naming } from "../store/sight.ts";

/** Rows of a register (its table as `t`) that are a person's to do, for rows of these models; of every model when left out. */
export interface Branch {
  readonly where: string;
  readonly models?: readonly string[];
}

/** Whose a wait is, as conditions in SQL: the same rights as a write's (server/access/rights.ts), asked in sets. */
export function branchesOf(
  register: Register,
  { whose, states }: Pick<Wait, "whose" | "states">,
  actor: Actor,
): readonly Branch[] {
  if (whose === "ALL") return [{ where: "true" }];
  if (!("intent" in whose))
    return [{ where: either(register, actor, "who" in whose ? whose.who : [], whose.columns ?? []) }];
  const steps: readonly Transition[] = register.lifecycle?.transitions ?? [];
  return steps
    .filter(({ intent, from }) => intent === whose.intent && states.includes(from))
    .map(({ from, who = register.rights.edit, also = [], never = [], models }) => ({
      where: [
        `t.${register.lifecycle?.column ?? "state"} = '${from}'`,
        either(register, actor, who, also),
        ...never.map((column) => `not coalesce(${named(register, [column], actor)}, false)`),
      ].join(" and "),
      ...(models && { models }),
    }));
}

function either(register: Register, actor: Actor, who: readonly Who[], columns: readonly string[]): string {
  const everywhere = heldEverywhere(actor);
  if (who.some((one) => everywhere.includes(one))) return "true";
  return `(${naming(register, namings(register, actor, who), actor.personId)} or ${named(register, columns, actor)})`;
}

const named = (register: Register, columns: readonly string[], actor: Actor): string =>
  naming(
    register,
    columns.map((column) => ({ column })),
    actor.personId,
  );
