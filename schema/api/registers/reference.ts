import { type ObjectRef } from "@pothos/core";
import { builder, type Types } from "../builder.ts";
import { referenceName } from "./names.ts";

/** What a reference column names: enough to show and to look up. `ListedRow.cells` gives it in this form. */
export interface Reference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const made = new Map<string, ObjectRef<Types, Reference>>();

/** The type of references to `to`, made once however many columns refer to it. */
export function referenceRef(to: string): ObjectRef<Types, Reference> {
  const name = referenceName(to);
  const known = made.get(name);
  if (known !== undefined) return known;
  const ref = builder.objectRef<Reference>(name).implement({
    description: to === "people" ? "A person of the institution." : `A row of the register "${to}".`,
    fields: (t) => ({
      id: t.exposeID("id"),
      code: t.exposeString("code"),
      name: t.exposeString("name"),
    }),
  });
  made.set(name, ref);
  return ref;
}
