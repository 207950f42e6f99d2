import type { Actor, Collision, Collisions } from "../../schema/api/context.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { instantToCivil } from "../../schema/registers/instants.ts";
import type { StepOffer } from "../../schema/registers/offers.ts";
import { warned } from "../../schema/registers/warnings.ts";
import type { Words } from "../../schema/registers/words.ts";
import { settingsOf } from "../sync/moment.ts";
import type { Store } from "../store/store.ts";
import type { Landscapes } from "./cache.ts";
import { collisions } from "./collisions.ts";

/** The steps with what a person should know before taking them: a warning, never a refusal. */
export async function withWarnings(
  store: Store,
  landscapes: Landscapes,
  actor: Actor,
  asked: { readonly register: string; readonly row: string },
  steps: readonly StepOffer[],
): Promise<readonly StepOffer[]> {
  const declared = findRegister(asked.register)?.lifecycle?.transitions ?? [];
  const warns = (step: StepOffer) =>
    declared.some(({ intent, to, warns = [] }) => intent === step.intent && to === step.to && warns.length > 0);
  if (!steps.some(warns)) return steps;
  const found = await collisions(store, landscapes, actor, asked.row);
  if (!found) return steps;
  const { timeZone } = await settingsOf(store, actor.institutionId);
  const warnings = sentences(found, timeZone);
  return steps.map((step) => (warns(step) ? { ...step, warnings } : step));
}

/** What a change meets, a sentence each, weightiest first. */
export function sentences({ window, items }: Collisions, zone: string): readonly Words[] {
  if (window === null) return [warned("NO_WINDOW")];
  return items.map((item) =>
    warned(item.kind === "FREEZE" ? "FREEZE" : item.how, {
      code: item.code,
      title: item.title,
      window: `${civil(item.from, zone)} – ${civil(item.to, zone)}`,
      on: placesIn(item),
    }),
  );
}

function placesIn({ on, more }: Collision): string {
  const names = on.slice(0, 5).map(({ name }) => name);
  const left = on.length - names.length + more;
  return `${names.join(", ")}${left > 0 ? ` … (+${left})` : ""}`;
}

/** `21.11.2026 10:15` */
function civil(instant: string, zone: string): string {
  const [day = "", time = ""] = instantToCivil(instant, zone).split("T");
  return `${day.split("-").reverse().join(".")} ${time.slice(0, 5)}`;
}
