import type { FunctionCalls } from "../functions/calls.ts";
import { CustomFunctionsService } from "./function-service.ts";
import { Service } from "./service.ts";
import type { WireObject } from "./wire.ts";

/** What the page that holds the pane does for it. */
export interface PaneHooks {
  /** `Office.addin.showAsTaskpane()` and `hide()`. */
  showPane?(visible: boolean): void;
  /** The add-in wants to be asked before the workbook is closed, or no longer. */
  guardClosing?(on: boolean): void;
  /** Whether the add-in starts with the workbook. */
  saveStartup?(load: boolean): void;
  /** The add-in's runtime listens to calls of its functions. */
  functionsReady?(): void;
}

/** Office's states of an add-in's runtime, by the names they travel under. */
type RuntimeState = "Inactive" | "Background" | "Visible";

/** Asked once at start-up. */
class AddinInternalService extends Service {
  readonly wireType = "AddinInternalService";
  NotifyActionHandlerReady(): void {
    return;
  }
}

class AppRuntimeService extends Service {
  readonly wireType = "AppRuntimeService";
  readonly #hooks: PaneHooks;
  #state: RuntimeState = "Visible";
  constructor(hooks: PaneHooks) {
    super();
    this.#hooks = hooks;
  }
  GetAppRuntimeState(): RuntimeState {
    return this.#state;
  }
  SetAppRuntimeState(state: RuntimeState): void {
    this.#state = state;
    this.#hooks.showPane?.(state === "Visible");
  }
}

class AppRuntimePersistenceService extends Service {
  readonly wireType = "AppRuntimePersistenceService";
  readonly #hooks: PaneHooks;
  #state: RuntimeState = "Inactive";
  constructor(hooks: PaneHooks) {
    super();
    this.#hooks = hooks;
  }
  GetAppRuntimeStartState(): RuntimeState {
    return this.#state;
  }
  SetAppRuntimeStartState(state: RuntimeState): void {
    this.#state = state;
    this.#hooks.saveStartup?.(state !== "Inactive");
  }
}

class BeforeDocumentCloseNotification extends Service {
  readonly wireType = "BeforeDocumentCloseNotification";
  readonly #hooks: PaneHooks;
  constructor(hooks: PaneHooks) {
    super();
    this.#hooks = hooks;
  }
  Enable(): void {
    this.#hooks.guardClosing?.(true);
  }
  Disable(): void {
    this.#hooks.guardClosing?.(false);
  }
}

/** Office's own services by type name. Others, such as the dynamic ribbon, are refused as ApiNotFound. */
export function services(hooks: PaneHooks, calls?: FunctionCalls): (type: string) => WireObject | null {
  const known = new Map<string, WireObject>([
    ["Microsoft.InternalService.AddinInternalService", new AddinInternalService()],
    ["Microsoft.AppRuntime.AppRuntimeService", new AppRuntimeService(hooks)],
    ["Microsoft.AppRuntime.AppRuntimePersistenceService", new AppRuntimePersistenceService(hooks)],
    [
      "Microsoft.BeforeDocumentCloseNotification.BeforeDocumentCloseNotification",
      new BeforeDocumentCloseNotification(hooks),
    ],
  ]);
  if (calls) {
    const functions = new CustomFunctionsService(calls, () => hooks.functionsReady?.());
    known.set("Microsoft.ExcelServices.CustomFunctions", functions);
  }
  return (type) => known.get(type) ?? null;
}
