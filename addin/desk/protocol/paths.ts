import { type Members } from "./members.ts";
import { type ArgumentInfo, type ObjectPath, PathType } from "./messages.ts";
import { type References } from "./references.ts";
import { notImplemented, WireError, WireObject } from "./wire.ts";

export interface PathRoots {
  readonly root: WireObject;
  readonly references: References;
  /** Office's services by type name, or null. */
  newObject(type: string): WireObject | null;
}

/**
 * The objects of one request. A path is resolved when an action first needs it and only once: a path such as
 * `worksheets.add()` is a call with an effect. A null object's children are null.
 */
export class Paths {
  readonly #paths: Readonly<Record<string, ObjectPath>>;
  readonly #members: Members;
  readonly #roots: PathRoots;
  readonly #resolved = new Map<number, WireObject | null>();

  constructor(paths: Readonly<Record<string, ObjectPath>>, members: Members, roots: PathRoots) {
    this.#paths = paths;
    this.#members = members;
    this.#roots = roots;
  }

  path(id: number): ObjectPath {
    const path = this.#paths[id];
    if (!path) throw new WireError("InvalidObjectPath", `There is no object path ${id}.`);
    return path;
  }

  resolve(id: number): WireObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const object = this.#make(this.path(id));
    this.#resolved.set(id, object);
    return object;
  }

  /** The object when an action needed it already; looks without calling anything. */
  peek(id: number): WireObject | null {
    return this.#resolved.get(id) ?? null;
  }

  #make(path: ObjectPath): WireObject | null {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.#roots.root;
      case PathType.NewObject: {
        const object = this.#roots.newObject(path.Name);
        if (!object) throw notImplemented(path.Name);
        return object;
      }
      case PathType.Reference:
        return this.#roots.references.get(path.Name);
      case PathType.Null:
        return null;
      case PathType.Method:
      case PathType.Property:
      case PathType.Indexer:
        return this.#child(path);
      default:
        throw notImplemented(`object paths of type ${path.ObjectPathType}`);
    }
  }

  #child(path: ObjectPath): WireObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? -1);
    if (parent === null) return null;
    const isProperty = path.ObjectPathType === PathType.Property;
    const name = path.ObjectPathType === PathType.Indexer ? "Indexer" : path.Name;
    const value = isProperty
      ? this.#members.get(parent, name)
      : this.#members.call(parent, name, this.args(path.ArgumentInfo));
    if (value === null || value instanceof WireObject) return value;
    throw notImplemented(`${parent.wireType}.${name} as an object`);
  }

  /** The arguments of a call, with objects in the places where path ids stand for them. */
  args(info: ArgumentInfo | undefined): unknown[] {
    return this.#list(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? []);
  }

  #list(values: readonly unknown[], ids: readonly unknown[]): unknown[] {
    return values.map((value, i) => {
      const id = ids[i];
      if (Array.isArray(value)) return Array.isArray(id) ? this.#list(value, id) : (value as unknown);
      if (typeof id === "number" && id > 0 && value === id) return this.resolve(id);
      return isRecord(value) ? this.#record(value) : value;
    });
  }

  #record(value: Readonly<Record<string, unknown>>): unknown {
    if (typeof value._ObjectPathId === "number") return this.resolve(value._ObjectPathId);
    const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [
      key,
      isRecord(entry) ? this.#record(entry) : entry,
    ]);
    return Object.fromEntries(entries);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
