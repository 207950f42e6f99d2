import { type ApiMetadata, type ApiSet, scriptName } from "../metadata/metadata.ts";
import { type ApiUsage } from "./usage.ts";
import { notImplemented, type WireObject } from "./wire.ts";

/** Names that exist on the wire only. */
const WIRE_ONLY = new Set(["Indexer", "Gridlines", "Headings"]);

/** Reads, writes and calls members of wire objects by name; refuses loudly what is unknown or not implemented. */
export class Members {
  readonly #api: ApiMetadata;
  readonly #usage: ApiUsage;

  constructor(api: ApiMetadata, usage: ApiUsage) {
    this.#api = api;
    this.#usage = usage;
  }

  get(object: WireObject, name: string): unknown {
    this.#check(object, name);
    return read(object, name);
  }

  /** The value without a mark in the record of use: a bare load() asks for everything and means nothing by it. */
  peek(object: WireObject, name: string): unknown {
    return read(object, name);
  }

  set(object: WireObject, name: string, value: unknown): void {
    this.#check(object, name);
    if (!isSettable(object, name)) throw notImplemented(`setting ${object.wireType}.${scriptName(name)}`);
    (object as unknown as Record<string, unknown>)[name] = value;
  }

  call(object: WireObject, name: string, args: readonly unknown[]): unknown {
    this.#check(object, name);
    const method = read(object, name);
    if (typeof method !== "function") throw notImplemented(`${object.wireType}.${scriptName(name)}()`);
    // An argument left out in the add-in arrives as null.
    const given = args.map((value) => value ?? undefined);
    return (method as (...args: unknown[]) => unknown).apply(object, given);
  }

  has(object: WireObject, name: string): boolean {
    return name in object && !(name in Object.prototype);
  }

  #check(object: WireObject, name: string): void {
    const set = this.#known(object, name);
    if (set === null || !this.has(object, name)) throw notImplemented(`${object.wireType}.${scriptName(name)}`);
    if (set !== "internal") this.#usage.record(object.wireType, scriptName(name), set);
  }

  #known(object: WireObject, name: string): ApiSet | null {
    if (object.isService || WIRE_ONLY.has(name) || name.startsWith("_")) return "internal";
    const api = this.#api[object.wireType];
    const member = scriptName(name);
    if (!api) return null;
    return own(api.properties, member) ?? own(api.navigation, member)?.[1] ?? own(api.methods, member) ?? null;
  }
}

const own = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const read = (object: WireObject, name: string): unknown => (object as unknown as Record<string, unknown>)[name];

function isSettable(object: WireObject, name: string): boolean {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property) return property.set !== undefined || property.writable === true;
  }
  return false;
}
