import type { Answering, FunctionMessage } from "../functions/calls.ts";
import type { Desk } from "../objects/desk.ts";
import { REQUIREMENTS } from "./requirements.ts";
import { type PaneHooks } from "./services.ts";
import { HostError, Transport } from "./transport.ts";
import { type ApiUsage } from "./usage.ts";
import { callOf, Dispatch, parseRequest, XDM_FAILED, XdmAction, type XdmMessage } from "./xdm.ts";

export interface HostOptions extends PaneHooks {
  /** The language of the add-in's window, such as `lv-LV`. Numbers and days follow the desk's culture. */
  readonly locale: string;
  /** The address of the page that holds the frame; office.js trusts it when host names are the same. */
  readonly origin: string;
  isEditing?(): boolean;
  editingEnded?(): Promise<void>;
  /** A ribbon command that was invoked is done. */
  commandCompleted?(id: string, status: number): void;
  /** office.js told us of keys it caught for the host: Tab out of the pane, Esc, F2. */
  notified?(action: number): void;
  /** The add-in saved settings into the document. */
  settingsSaved?(): void;
}

/** The events office.js listens to by message, beside those of Excel's objects. */
const RICH_API_MESSAGE = "richApiMessage";
const SELECTION_CHANGED = "documentSelectionChanged";
const COMMAND_INVOKED = "appCommandInvoked";
/** Category of messages of custom functions; those of events have another (event-hub.ts). */
const CUSTOM_FUNCTIONS = 1;
/** A runtime shared by pane and commands (1) that answers custom functions too (2). */
const RUNTIME_FLAGS = 1 | 2;

/**
 * Plays Excel on the web for the real office.js in a frame of this page. Make it, set {@link frameName} and
 * {@link frameUrl} on an iframe that is not in the document yet, {@link attach} it, then insert it.
 */
export class DeskHost implements Answering {
  readonly #desk: Desk;
  readonly #options: HostOptions;
  readonly #transport: Transport;
  /** office.js keeps settings per conversation in sessionStorage, so each load needs one of its own. */
  readonly #conversation = crypto.randomUUID();
  readonly #control = crypto.randomUUID();
  readonly #subscriptions = new Map<string, number>();
  #frame: HTMLIFrameElement | null = null;
  #addinOrigin = "";
  #stop: (() => void)[] = [];
  #sending = false;
  #functionMessages = 0;

  constructor(desk: Desk, options: HostOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#transport = new Transport(desk, { ...options, ...this.#hooks(), onEvents: () => this.#sendSoon() });
  }

  /** What the add-in used of Excel's API, and of which API set. */
  get usage(): ApiUsage {
    return this.#transport.usage;
  }

  get #hostInfo(): string {
    return `Excel$Web$16.00$${this.#options.locale}$${this.#control}$$disableLogging$${RUNTIME_FLAGS}`;
  }

  /** The frame's `name`: how office.js learns who its host is. Must be set before the frame is inserted. */
  get frameName(): string {
    return JSON.stringify({
      baseFrameName: `addin_${this.#control}`,
      hostInfo: this.#hostInfo.replaceAll("$", "|"),
      xdmInfo: `${this.#conversation}|${this.#control}|${this.#options.origin}/host`,
      serializerVersion: "1",
      flights: "[]",
    });
  }

  /** The add-in's address with what Excel adds to it. */
  frameUrl(addin: string): string {
    const url = new URL(addin, this.#options.origin);
    url.searchParams.set("_host_Info", this.#hostInfo);
    return url.href;
  }

  /** Starts answering the frame's messages. Returns how to stop. */
  attach(frame: HTMLIFrameElement): () => void {
    this.#frame = frame;
    this.#addinOrigin = new URL(frame.src, this.#options.origin).origin;
    const receive = (event: MessageEvent): void => {
      if (event.source !== frame.contentWindow || event.origin !== this.#addinOrigin) return;
      const message = parseRequest(event.data, this.#conversation);
      if (message) void this.#answer(message);
    };
    window.addEventListener("message", receive);
    const unlisten = this.#desk.model.listen(({ operation }) => {
      if (operation.type === "select") this.#fire(SELECTION_CHANGED, {});
    });
    this.#stop = [() => window.removeEventListener("message", receive), unlisten];
    return () => this.detach();
  }

  detach(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#frame = null;
    this.#transport.close();
    this.#desk.calls?.gone(this);
    this.#desk.close();
  }

  /** Runs the function a ribbon button names (ExecuteFunction). False when the add-in does not listen yet. */
  invokeCommand(functionName: string, controlId: string): boolean {
    return this.#fire(COMMAND_INVOKED, [controlId, functionName, JSON.stringify({ source: { id: controlId } })]);
  }

  /** Asks the add-in's functions, or tells it that cells no longer ask. */
  send(messages: readonly FunctionMessage[]): void {
    const entries = messages.map(({ type, body }) => [
      CUSTOM_FUNCTIONS,
      type,
      "",
      JSON.stringify(body),
      `function${this.#functionMessages++}`,
      false,
    ]);
    this.#fire(RICH_API_MESSAGE, { ArrayData: entries });
  }

  async #answer(message: XdmMessage): Promise<void> {
    if (message._actionType === XdmAction.RegisterEvent) {
      this.#subscriptions.set(message._actionName, message._correlationId);
      this.#reply(message, { Error: 0 });
      return;
    }
    if (message._actionType === XdmAction.UnregisterEvent) {
      this.#subscriptions.delete(message._actionName);
      this.#reply(message, { Error: 0 });
      return;
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        this.#reply(message, this.#appContext());
        return;
      case "ContextActivationManager_notifyHost": {
        const action: unknown = Array.isArray(message._data) ? message._data[1] : undefined;
        if (typeof action === "number") this.#options.notified?.(action);
        this.#reply(message, null);
        return;
      }
      case "executeMethod":
        this.#reply(message, { Version: 1, ...(await this.#execute(message)) });
        this.#send();
        return;
      default:
        this.#reply(message, null, XDM_FAILED);
    }
  }

  async #execute(message: XdmMessage): Promise<Record<string, unknown>> {
    const call = callOf(message);
    const { model } = this.#desk;
    switch (call.DdaMethod?.DispatchId) {
      case Dispatch.RichApi: {
        const [, , , , body, , flags] = call.ArrayData ?? [];
        const reply = await this.#transport.answer(String(body), Number(flags ?? 0));
        if (!("body" in reply)) return { Error: reply.error };
        return { Error: HostError.None, Data: [200, ["Content-Type", "application/json"], reply.body] };
      }
      case Dispatch.SaveSettings:
        model.saveSettings(Object.fromEntries(call.DdaSettingsMethod?.Properties ?? []));
        this.#options.settingsSaved?.();
        return { Error: HostError.None };
      case Dispatch.RefreshSettings: {
        const Settings = Object.entries(model.settings).map(([Name, Value]) => ({ Name, Value }));
        return { Error: HostError.None, Properties: { Settings } };
      }
      case Dispatch.CommandCompleted: {
        const [id, status] = Object.values(call as Record<string, unknown>);
        this.#options.commandCompleted?.(String(id), Number(status));
        return { Error: HostError.None };
      }
      default:
        return { Error: HostError.NotSupported };
    }
  }

  #appContext(): object {
    const { locale, origin } = this.#options;
    return {
      _id: this.#control,
      _appName: 16, // Excel on the web
      _appVersion: "16.00",
      _appMinorVersion: 0,
      _appUILocale: locale,
      _dataLocale: this.#desk.culture.name,
      _docUrl: `${origin}/Saime.xlsx`,
      _clientMode: 1, // read and write
      _settings: Object.entries(this.#desk.model.settings),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.#control,
      _requirementMatrix: JSON.stringify(REQUIREMENTS),
      _dialogRequirementMatrix: JSON.stringify({ DialogApi: REQUIREMENTS.DialogApi }),
      _hostCustomMessage: "",
      _hostFullVersion: "16.0.15407.40000",
      _addinName: "Saime",
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 2,
      _marketplaceType: "",
    };
  }

  /** The hooks called through the options object, so that they may be methods of it. */
  #hooks(): PaneHooks {
    const options = this.#options;
    return {
      showPane: (visible) => options.showPane?.(visible),
      guardClosing: (on) => options.guardClosing?.(on),
      saveStartup: (load) => options.saveStartup?.(load),
      functionsReady: () => this.#desk.calls?.ready(this),
    };
  }

  /** Events leave after the answer under way, several together. */
  #sendSoon(): void {
    if (this.#sending) return;
    this.#sending = true;
    setTimeout(() => this.#send());
  }
  #send(): void {
    this.#sending = false;
    const entries = this.#transport.takeEvents();
    if (entries.length > 0) this.#fire(RICH_API_MESSAGE, { ArrayData: entries });
  }

  #fire(actionName: string, data: unknown): boolean {
    const correlation = this.#subscriptions.get(actionName);
    if (correlation === undefined) return false;
    this.#post({ _actionName: actionName, _correlationId: correlation, _data: data, _errorCode: 0, _responseType: 1 });
    return true;
  }

  #reply({ _actionName, _correlationId }: XdmMessage, _data: unknown, _errorCode = 0): void {
    this.#post({ _actionName, _correlationId, _data, _errorCode, _responseType: 0 });
  }

  #post(message: object): void {
    const envelope = {
      _messageType: 1,
      _conversationId: this.#conversation,
      _origin: this.#options.origin,
      _serializerVersion: 1,
      ...message,
    };
    this.#frame?.contentWindow?.postMessage(JSON.stringify(envelope), this.#addinOrigin);
  }
}
