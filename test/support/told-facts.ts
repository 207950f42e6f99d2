import { expect } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { FactName } from "../../schema/registers/facts.ts";
import { USUAL_SETTINGS } from "../../schema/registers/settings.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Fill } from "../../schema/messages/refusals.ts";
import { Facts } from "../../server/rules/open-facts.ts";
import type { Store } from "../../server/store/store.ts";
import type { StoredCells } from "../../server/store/stored-row.ts";
import { factNames } from "./filled-row.ts";

/** The day on which facts are told. */
export const TODAY = "2026-11-21";

/** `before` are the rows as they were, by id; those without are new. */
export type Told = (
  name: FactName,
  key: string,
  rows: readonly (StoredCells & { readonly id?: string })[],
  actor?: Actor,
  before?: ReadonlyMap<string, StoredCells>,
) => Promise<readonly (Fill | null)[]>;

/** What a fact tells of rows of one write, taken one after another where nothing is told of them. */
export function teller(store: Store, usual: Actor): Told {
  return (name, key, rows, actor = usual, before = new Map()) => {
    const asked = rows.map(({ id, ...after }) => ({
      ...{ id: id ?? crypto.randomUUID(), after },
      before: before.get(String(id)) ?? null,
    }));
    const register: Register | undefined = findRegister(key);
    if (!register) throw new Error(key);
    return store.transaction(async (sql) => {
      const moment = { today: TODAY, settings: USUAL_SETTINGS };
      const facts = await Facts.open({ sql, register, actor, moment, rows: asked }, [name]);
      return asked.map((row) => {
        const fill = facts.of(row.id, row.before)(name, row.after);
        if (fill === null) facts.took(row);
        else expect(Object.keys(fill).sort()).toEqual([...factNames(name)].sort());
        return fill;
      });
    });
  };
}
