import { fold } from "./text.ts";
import type { Options } from "./register.ts";

const indexes = new WeakMap<Options, Map<string, string>>();

/** Finds the key of an option by its label in either language, its key or a synonym; undefined when there is none. */
export function findOption(options: Options, text: string): string | undefined {
  if (Object.hasOwn(options, text)) return text;
  let index = indexes.get(options);
  if (!index) {
    index = new Map();
    for (const [key, option] of Object.entries(options)) {
      for (const also of option.also ?? []) if (!index.has(fold(also))) index.set(fold(also), key);
    }
    // Labels and keys win over synonyms of another option.
    for (const [key, option] of Object.entries(options)) {
      for (const name of [key, option.label.lv, option.label.en]) index.set(fold(name), key);
    }
    indexes.set(options, index);
  }
  return index.get(fold(text));
}
