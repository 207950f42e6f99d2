import { MEASURES } from "../registers/measures.ts";
import type { Words } from "../registers/words.ts";
import { UNITS, type Formula } from "./formula.ts";
import { FORMULAS, MEASURE_KEYS } from "./formulas.ts";

/** What documentation says of the measures, in Markdown: drawn from their declarations alone. */

const both = ({ lv, en }: Words): string => (lv === en ? lv : `${lv} · ${en}`);
const SCOPES = { SERVICE: "services", RESOURCE: "resources", INSTITUTION: "the institution" } as const;
const DIRECTIONS = { HIGHER: "higher", LOWER: "lower", RANGE: "within a range" } as const;

function overScopes({ overScopes, appliesTo }: Formula): string {
  if (overScopes === "SERVICES") return "its services added up";
  if (overScopes === "ALL") return "its services and resources added up";
  return appliesTo.includes("INSTITUTION") ? "every row once" : "—";
}

/** The page of all measures. */
export function documentMeasures(): string {
  const head = [
    "# Measures",
    "",
    "Written from `schema/measuring/formulas.ts` by `npx tsx test/docs/write-registers.ts`; a test holds it current. Do not edit it by hand. How figures come about: [measuring](measuring.md).",
  ];
  const measures = MEASURE_KEYS.flatMap((key) => {
    const formula = FORMULAS[key];
    const { counts, numerator, denominator, unit, direction, edition, appliesTo, overTime, period, more } = formula;
    const rows: readonly (readonly [string, string])[] = [
      ["Numerator", both(numerator)],
      ["Denominator", both(denominator)],
      ["Unit", both(UNITS[unit].label)],
      ["Better", DIRECTIONS[direction]],
      ["Of", appliesTo.map((scope) => SCOPES[scope]).join(", ")],
      ["Period", both(period)],
      ["Longer periods", overTime === "SUM" ? "parts added up" : "the last one inside"],
      ["The institution", overScopes(formula)],
      ...(more ? [["Beside it", more.join(", ")] as const] : []),
      ["Edition", String(edition)],
    ];
    return [
      "",
      `## ${both(MEASURES[key].label)} (\`${key}\`)`,
      "",
      counts.lv,
      "",
      counts.en,
      "",
      "| What | How |",
      "| --- | --- |",
      ...rows.map(([name, text]) => `| ${name} | ${text.replaceAll("|", "\\|")} |`),
    ];
  });
  return `${[...head, ...measures].join("\n")}\n`;
}
