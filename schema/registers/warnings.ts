import type { Words } from "./words.ts";

/**
 * What a person is told before taking a step, and may take it all the same. A transition names its warnings
 * (`warns`); the server works them out (server/graph/step-warnings.ts).
 */
export type WarningName = "COLLISION";

/** What each warning may say; `{name}` is filled in. */
export const WARNING_SENTENCES = {
  /** Another change in the same time (domain.md, section 4). */
  SAME: {
    lv: "Tajā pašā laikā ({window}) notiek izmaiņa {code} “{title}”: {on}.",
    en: "The change {code} “{title}” runs at the same time ({window}): {on}.",
  },
  DEPENDENT: {
    lv: "Tajā pašā laikā ({window}) notiek izmaiņa {code} “{title}” tam, kas ar šo ir sasaistīts: {on}.",
    en: "The change {code} “{title}” runs at the same time ({window}) on what depends on this or is needed by it: {on}.",
  },
  SHARED: {
    lv: "Tajā pašā laikā ({window}) notiek izmaiņa {code} “{title}”; abas var skart: {on}.",
    en: "The change {code} “{title}” runs at the same time ({window}); both may touch: {on}.",
  },
  FREEZE: {
    lv: "Šajā laikā ({window}) spēkā ir izmaiņu liegums {code} “{title}”.",
    en: "In this time ({window}) the freeze window {code} “{title}” is in force.",
  },
  NO_WINDOW: {
    lv: "Plānotais laiks nav norādīts, tāpēc nav zināms, vai izmaiņa ar kaut ko sakrīt. Aizpildiet “Plānotais sākums” un “Plānotās beigas”.",
    en: "No planned time is given, so nobody can tell whether the change collides. Fill in the planned start and end.",
  },
} as const satisfies Record<string, Words>;

/** A sentence with its `{names}` filled in. */
export function warned(sentence: keyof typeof WARNING_SENTENCES, fill: Readonly<Record<string, string>> = {}): Words {
  const say = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
  const { lv, en } = WARNING_SENTENCES[sentence];
  return { lv: say(lv), en: say(en) };
}
