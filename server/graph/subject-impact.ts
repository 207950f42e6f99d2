import type { Actor, ImpactAnswer, ImpactHit, ImpactSubject } from "../../schema/api/context.ts";
import { aboutOf } from "../../schema/registers/about.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { readableRow } from "../overview/readable-row.ts";
import type { Store } from "../store/store.ts";
import type { StoredRow } from "../store/stored-row.ts";
import { readable } from "../sync/readable.ts";
import type { Landscape, Landscapes } from "./cache.ts";
import { reached, wayTo, type Down } from "./impact.ts";

/**
 * Everything that goes down with a service or resource; null where the institution has none with that id. Throws
 * SaimeError FORBIDDEN for who may not read services and resources.
 */
export async function impact(
  store: Store,
  landscapes: Landscapes,
  actor: Actor,
  subject: string,
): Promise<ImpactAnswer | null> {
  mayReadSubjects(actor);
  const landscape = await landscapes.of(store, actor.institutionId);
  return landscape.subjects.has(subject) ? answer(landscape, [subject]) : null;
}

/**
 * Everything that goes down with what a record is about (schema/registers/about.ts): an incident, a change, a problem.
 * Null for a record that the person may not read, or that is about nothing. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function impactOfRecord(
  store: Store,
  landscapes: Landscapes,
  actor: Actor,
  register: string,
  id: string,
): Promise<ImpactAnswer | null> {
  mayReadSubjects(actor);
  const row = await readableRow(store, actor, register, id);
  if (!row) return null;
  const about = subjectsOf(register, row);
  if (about.length === 0) return null;
  return answer(await landscapes.of(store, actor.institutionId), about);
}

/** Ids of the services and resources that a record is about. */
export function subjectsOf(register: string, { id, cells }: Pick<StoredRow, "id" | "cells">): readonly string[] {
  const column = aboutOf(register);
  if (column === null) return [];
  return column === "id" ? [id] : idsIn(cells[column]);
}

function mayReadSubjects(actor: Actor): void {
  for (const key of ["services", "resources"]) readable(actor, key);
}

function answer({ critical, subjects }: Landscape, failed: readonly string[]): ImpactAnswer {
  const { ids, through } = reached(critical, failed, (id) => subjects.get(id)?.retired === true);
  return {
    failed: failed.flatMap((id): ImpactSubject | [] => subjects.get(id) ?? []),
    hits: ids.flatMap((id) => {
      const subject = subjects.get(id);
      return subject ? new Reached(subject, through, subjects) : [];
    }),
  };
}

/** A hit whose way is worked out when it is asked for: of thousands of hits few ways are. */
class Reached implements ImpactHit {
  readonly #subject: ImpactSubject;
  readonly #through: Down;
  readonly #subjects: Landscape["subjects"];

  constructor(subject: ImpactSubject, through: Down, subjects: Landscape["subjects"]) {
    this.#subject = subject;
    this.#through = through;
    this.#subjects = subjects;
  }
  get id() {
    return this.#subject.id;
  }
  get register() {
    return this.#subject.register;
  }
  get code() {
    return this.#subject.code;
  }
  get name() {
    return this.#subject.name;
  }
  get path() {
    return wayTo(this.#through, this.id);
  }
  get way() {
    return this.path.map((id) => this.#subjects.get(id)?.code ?? id).join(" → ");
  }
}
