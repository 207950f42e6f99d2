import { ModelError } from "../model/error.ts";
import { type ApiMetadata, scriptName } from "../metadata/metadata.ts";
import { Members } from "./members.ts";
import {
  type Action,
  type ActionResult,
  ActionType,
  PathType,
  type RequestBody,
  type ResponseBody,
} from "./messages.ts";
import { type PathRoots, Paths } from "./paths.ts";
import { Loader } from "./query.ts";
import { ApiUsage } from "./usage.ts";
import { notImplemented, WireError, type WireObject } from "./wire.ts";

export interface ExecutorOptions extends PathRoots {
  readonly api: ApiMetadata;
  /** Called when the add-in adds or removes an event handler; throws ApiNotFound for an event this host lacks. */
  register(object: WireObject, registration: string, on: boolean): void;
}

const REGISTRATION = /^_(Un)?[Rr]egister\w*$/;

/**
 * Carries out the requests of office.js: its actions in their order, stopping at the first error, what was done before
 * it staying done. Nothing here is about Excel.
 */
export class Executor {
  readonly usage = new ApiUsage();
  readonly #options: ExecutorOptions;
  readonly #members: Members;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#members = new Members(options.api, this.usage);
  }

  process(body: RequestBody): ResponseBody {
    const run = new Run(body, this.#options, this.#members);
    const results: ActionResult[] = [];
    const traces: number[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: run.act(action) });
      } catch (error) {
        const failed = { ...describe(error), Location: run.location(action), ActionIndex: index };
        return { Error: failed, TraceIds: traces, ProcessedResults: { Results: results } };
      }
    }
    return { Results: results, ...(traces.length > 0 && { TraceIds: traces }) };
  }
}

/** One request under way. */
class Run {
  readonly #body: RequestBody;
  readonly #options: ExecutorOptions;
  readonly #members: Members;
  readonly #paths: Paths;

  constructor(body: RequestBody, options: ExecutorOptions, members: Members) {
    this.#body = body;
    this.#options = options;
    this.#members = members;
    this.#paths = new Paths(body.ObjectPaths, members, options);
  }

  act(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.Trace:
      case ActionType.EnsureUnchanged:
        return null;
      case ActionType.Instantiate: {
        const object = this.#paths.resolve(action.ObjectPathId);
        if (object === null) return null;
        this.#keep(object, action);
        return this.#loader(action).identity(object);
      }
      case ActionType.Query: {
        const object = this.#paths.resolve(action.ObjectPathId);
        return object && this.#loader(action).load(object, action.QueryInfo ?? {});
      }
      case ActionType.Method:
        return this.#call(action);
      case ActionType.SetProperty: {
        const object = this.#paths.resolve(action.ObjectPathId);
        if (object === null) return { _IsNull: true };
        this.#members.set(object, action.Name ?? "", this.#paths.args(action.ArgumentInfo)[0]);
        return null;
      }
      default:
        throw notImplemented(`actions of type ${action.ActionType}`);
    }
  }

  #call(action: Action): unknown {
    const object = this.#paths.resolve(action.ObjectPathId);
    if (object === null) return { _IsNull: true };
    const name = action.Name ?? "";
    const registration = REGISTRATION.exec(name);
    if (registration) {
      this.#options.register(object, name.replace(/^_Unregister/, "_Register"), registration[1] === undefined);
      return null;
    }
    if (name === "_KeepReference") {
      this.#options.references.keep(object);
      return null;
    }
    return this.#members.call(object, name, this.#paths.args(action.ArgumentInfo)) ?? null;
  }

  #loader(action: Action): Loader {
    return new Loader(this.#options.api, this.#members, (object) => this.#keep(object, action));
  }

  #keep(object: WireObject, action: Action): void {
    const wanted = this.#body.AutoKeepReference === true && !this.#paths.path(action.ObjectPathId).D;
    if (wanted && object.trackable) this.#options.references.keep(object);
  }

  /** `Range.values`: where the add-in's developer is told to look. */
  location(action: Action): string {
    const path = this.#body.ObjectPaths[action.ObjectPathId];
    if (!path) return "";
    const known = (id: number | undefined): WireObject | null => (id === undefined ? null : this.#paths.peek(id));
    const member = (owner: WireObject | null, name: string): string =>
      [owner?.wireType, scriptName(name)].filter(Boolean).join(".");
    if (action.Name) return member(known(action.ObjectPathId), action.Name);
    const name = path.ObjectPathType === PathType.Indexer ? "getItem" : path.Name;
    return member(known(path.ParentObjectPathId), name);
  }
}

const STATUS: Readonly<Record<string, number>> = { ItemNotFound: 404, ApiNotFound: 404, ItemAlreadyExists: 409 };

function describe(error: unknown): { Code: string; Message: string; HttpStatusCode: number } {
  if (error instanceof ModelError || error instanceof WireError)
    return { Code: error.code, Message: error.message, HttpStatusCode: STATUS[error.code] ?? 400 };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { Code: "GeneralException", Message: `The host failed: ${text}`, HttpStatusCode: 500 };
}
