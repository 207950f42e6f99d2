import type { Column, Options } from "../../../schema/registers/register.ts";
import { findOption } from "../../../schema/registers/options.ts";
import { stems } from "./text.ts";

/** Options of a column whose cells come from a closed list; undefined for the other types. */
export function optionsOf(column: Column): Options | undefined {
  return column.type === "choice" || column.type === "choices" ? column.options : undefined;
}

const stemIndexes = new WeakMap<Options, Map<string, string | null>>();

/** Options by their stemmed spellings; null where two options share one. */
function stemIndex(options: Options): Map<string, string | null> {
  let index = stemIndexes.get(options);
  if (index) return index;
  index = new Map();
  for (const [key, option] of Object.entries(options)) {
    for (const name of [option.label.lv, option.label.en, ...(option.also ?? [])]) {
      const spelling = stems(name).join(" ");
      if (spelling.length < 3) continue;
      const taken = index.get(spelling);
      index.set(spelling, taken === undefined || taken === key ? key : null);
    }
  }
  stemIndexes.set(options, index);
  return index;
}

/**
 * The option that a source's text means: as the person mapped it ("" for leave empty), else by label, key or synonym,
 * else by the same words in another number or case. Undefined when the person has to say.
 */
export function readOption(
  options: Options,
  text: string,
  values: Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (values && Object.hasOwn(values, text)) return values[text];
  return findOption(options, text) ?? stemIndex(options).get(stems(text).join(" ")) ?? undefined;
}

/**
 * The parts of a cell that may hold several options. `;` and line ends always part; `,` and `/` only where the whole
 * is not itself an option, so that `Izveide / iegāde` can be one.
 */
export function optionParts(
  options: Options,
  text: string,
  values: Readonly<Record<string, string>> | undefined,
): readonly string[] {
  const split = (part: string, by: RegExp) =>
    part
      .split(by)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "");
  return split(text, /[;\n\r]/u).flatMap((part) =>
    readOption(options, part, values) === undefined ? split(part, /[,/]/u) : [part],
  );
}
