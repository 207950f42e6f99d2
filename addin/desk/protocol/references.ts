import { WireError, type WireObject } from "./wire.ts";

/** Objects office.js keeps over its syncs, by reference id. */
export class References {
  readonly #kept = new Map<string, WireObject>();
  #next = 1;

  keep(object: WireObject): string {
    if (object._ReferenceId !== undefined) return object._ReferenceId;
    const id = String(this.#next++);
    object._ReferenceId = id;
    this.#kept.set(id, object);
    return id;
  }

  /** Throws InvalidReference when it was given up. */
  get(id: string): WireObject {
    const object = this.#kept.get(id);
    if (!object) throw new WireError("InvalidReference", "This reference is not valid for the current operation.");
    return object;
  }

  find(id: string): WireObject | undefined {
    return this.#kept.get(id);
  }

  remove(id: string): void {
    const object = this.#kept.get(id);
    if (!object) return;
    delete object._ReferenceId;
    this.#kept.delete(id);
  }

  clear(): void {
    for (const id of [...this.#kept.keys()]) this.remove(id);
  }

  get count(): number {
    return this.#kept.size;
  }

  [Symbol.iterator](): Iterator<WireObject> {
    return this.#kept.values();
  }
}
