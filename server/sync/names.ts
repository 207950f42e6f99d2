import { fold } from "../../schema/registers/text.ts";
import type { Column, Register } from "../../schema/registers/register.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import type { Words } from "../../schema/registers/words.ts";
import { labelsOf, referables, type Referable, type Wanted } from "../store/references.ts";
import type { Sql } from "../store/store.ts";

/** Names as people type them to ids, and ids to the label by which a row is known: its name, or `name (code)` where several bear it. */
export interface Names {
  idOf(key: string, column: Column, text: string): { readonly id: string } | { readonly refusal: Refusal };
  labelOf(column: Column, id: string): string;
}

/** The registers a reference may point to, as people read them. */
function targetLabel(to: string): Words | undefined {
  const labels = targetsOf(to).flatMap((key) => findRegister(key)?.label ?? []);
  if (labels.length === 0) return undefined;
  return { lv: labels.map(({ lv }) => lv).join(", "), en: labels.map(({ en }) => en).join(", ") };
}

class Directory {
  readonly #labels: ReadonlyMap<string, string>;
  readonly #byText = new Map<string, Referable[]>();
  /** Few names stand in many rows. */
  readonly #asked = new Map<string, readonly Referable[]>();

  constructor(all: readonly Referable[]) {
    this.#labels = labelsOf(all);
    for (const one of all) {
      for (const text of new Set([fold(one.code), fold(one.name), fold(`${one.name} (${one.code})`)])) {
        const same = this.#byText.get(text);
        if (same) same.push(one);
        else this.#byText.set(text, [one]);
      }
    }
  }

  find(text: string): readonly Referable[] {
    let found = this.#asked.get(text);
    if (!found) {
      found = this.#byText.get(fold(text)) ?? [];
      this.#asked.set(text, found);
    }
    return found;
  }

  label(id: string): string {
    return this.#labels.get(id) ?? id;
  }
}

/**
 * Reads what the register's references may name in the institution; of registers named by code only what is `wanted`
 * (server/sync/wanted.ts).
 */
export async function loadNames(sql: Sql, register: Register, institutionId: string, wanted?: Wanted): Promise<Names> {
  const directories = new Map<string, Directory>();
  for (const column of Object.values(register.columns)) {
    if ((column.type !== "reference" && column.type !== "references") || directories.has(column.to)) continue;
    directories.set(column.to, new Directory(await referables(sql, column.to, institutionId, wanted)));
  }
  const directory = (column: Column) =>
    column.type === "reference" || column.type === "references" ? directories.get(column.to) : undefined;
  return {
    labelOf: (column, id) => directory(column)?.label(id) ?? id,
    idOf(key, column, text) {
      const found = directory(column)?.find(text) ?? [];
      const [first] = found;
      if (first && found.length === 1) return { id: first.id };
      if (!first) {
        const to = column.type === "reference" || column.type === "references" ? column.to : "";
        const label = targetLabel(to) ?? column.label;
        return { refusal: refuse("UNKNOWN_REFERENCE", key, { value: text, register: label }) };
      }
      const candidates = found.map((one) => `${one.name} (${one.code})`);
      return {
        refusal: refuse(
          "AMBIGUOUS_REFERENCE",
          key,
          { value: text },
          candidates.map((text) => ({ lv: text, en: text })),
        ),
      };
    },
  };
}
