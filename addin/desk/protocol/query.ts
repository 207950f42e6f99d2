import { type ApiClass, type ApiMetadata, wireName } from "../metadata/metadata.ts";
import { type Members } from "./members.ts";
import { type QueryInfo } from "./messages.ts";
import { isCollection, WireError, WireObject } from "./wire.ts";

const ALL = new Set(["*", "$all"]);
const NO_API: ApiClass = { properties: {}, navigation: {}, methods: {}, events: {} };

/** What a `load` asks of one object: its own properties and, by navigation property, what it asks of those. */
interface Wanted {
  readonly all: boolean;
  readonly own: readonly string[];
  readonly navigation: ReadonlyMap<string, readonly string[]>;
  readonly ofItems: readonly string[];
}

/** Answers `load`: properties by their wire names, collections with their items. */
export class Loader {
  readonly #api: ApiMetadata;
  readonly #members: Members;
  /** Called for every object met, so that ranges can be kept for later syncs. */
  readonly #met: (object: WireObject) => void;

  constructor(api: ApiMetadata, members: Members, met: (object: WireObject) => void) {
    this.#api = api;
    this.#members = members;
    this.#met = met;
  }

  load(object: WireObject, query: QueryInfo): Record<string, unknown> {
    this.#met(object);
    const api = this.#api[object.wireType] ?? NO_API;
    const wanted = sort(api, object, [...(query.Select ?? []), ...(query.Expand ?? [])]);
    const out = this.identity(object);
    const own = wanted.all || api.item !== undefined ? Object.keys(api.properties) : [];
    for (const name of own) {
      // A bare load() brings what this host has; reading anything else then throws PropertyNotLoaded.
      if (this.#members.has(object, wireName(name))) out[wireName(name)] = this.#members.peek(object, wireName(name));
    }
    for (const name of wanted.own) out[wireName(name)] = this.#members.get(object, wireName(name));
    for (const [name, select] of wanted.navigation) {
      const child = this.#members.get(object, wireName(name));
      out[wireName(name)] = child instanceof WireObject ? this.load(child, { Select: select }) : null;
    }
    const bare = wanted.own.length + wanted.navigation.size === 0;
    if (isCollection(object) && (wanted.all || wanted.ofItems.length > 0 || bare))
      out._Items = this.#items(object.wireItems(), wanted.ofItems, query);
    return out;
  }

  #items(all: readonly WireObject[], select: readonly string[], query: QueryInfo): unknown[] {
    const skip = query.Skip ?? 0;
    const items = all.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
    return items.map((item, i) => ({ ...this.load(item, { Select: select }), ...key(item), _Index: skip + i }));
  }

  /** Id and reference, by which office.js finds the object again. */
  identity(object: WireObject): Record<string, unknown> {
    const api = this.#api[object.wireType] ?? NO_API;
    const hasId = Object.hasOwn(api.properties, "id") && "Id" in object;
    return {
      ...(hasId && { Id: object.Id }),
      ...(object._ReferenceId !== undefined && { _ReferenceId: object._ReferenceId }),
    };
  }
}

const key = (item: WireObject): Record<string, unknown> => ("Id" in item ? { _Id: item.Id } : {});

function sort(api: ApiClass, object: WireObject, select: readonly string[]): Wanted {
  const own: string[] = [];
  const navigation = new Map<string, string[]>();
  const ofItems: string[] = [];
  let all = select.length === 0;
  for (const path of select) {
    const [head = "", ...rest] = path.split(/[/.]/);
    const name = head.charAt(0).toLowerCase() + head.slice(1);
    if (ALL.has(head)) all = true;
    else if (head === "$none" || head === "") continue;
    else if (Object.hasOwn(api.properties, name)) own.push(name);
    else if (Object.hasOwn(api.navigation, name)) {
      const deeper = rest.length > 0 ? [rest.join("/")] : [];
      navigation.set(name, [...(navigation.get(name) ?? []), ...deeper]);
    } else if (api.item !== undefined) ofItems.push(path);
    else throw new WireError("InvalidArgument", `Property '${head}' does not exist on ${object.wireType}.`);
  }
  return { all, own, navigation, ofItems };
}
