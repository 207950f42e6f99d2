import { EXCEL_API } from "../metadata/metadata.ts";
import type { Desk } from "../objects/desk.ts";
import { EventHub, type EventEntry } from "./event-hub.ts";
import { Executor } from "./executor.ts";
import { PathType, type RequestBody } from "./messages.ts";
import { type PaneHooks, services } from "./services.ts";
import { type ApiUsage } from "./usage.ts";

/** Office's codes for a call that failed as a whole. */
export const HostError = {
  None: 0,
  NotSupported: 5000,
  InCellEditMode: 5004,
  ShuttingDown: 5005,
  RequestTooLarge: 5103,
  ResponseTooLarge: 5104,
} as const;

/** Excel on the web takes and gives at most 5 MB in one request. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** `Excel.run({ delayForCellEdit: true })`: wait until the person has left the cell instead of failing. */
const DELAY_FOR_CELL_EDIT = 64;

export type Reply =
  | { readonly error: number }
  /** The body of the answer, JSON. */
  | { readonly error: 0; readonly body: string };

export interface TransportOptions extends PaneHooks {
  /** True while the person is editing a cell: requests are then refused as Excel refuses them. */
  isEditing?(): boolean;
  /** Settles when the cell is left; needed for requests that may wait. */
  editingEnded?(): Promise<void>;
  /** Called when events wait; send {@link Transport.takeEvents} soon, after the answer under way. */
  onEvents(): void;
}

/** From the text of an office.js request to the text of its answer; the same for the browser and for Node. */
export class Transport {
  readonly #executor: Executor;
  readonly #events: EventHub;
  readonly #options: TransportOptions;
  readonly #services: ReturnType<typeof services>;
  readonly #encoder = new TextEncoder();
  #closed = false;

  constructor(desk: Desk, options: TransportOptions) {
    this.#options = options;
    this.#services = services(options, desk.calls);
    this.#events = new EventHub(desk, () => options.onEvents());
    this.#executor = new Executor({
      api: EXCEL_API,
      root: desk.workbook,
      references: desk.references,
      newObject: this.#services,
      register: (object, registration, on) => this.#events.register(object, registration, on),
    });
  }

  /** What the add-in used of Excel's API so far. */
  get usage(): ApiUsage {
    return this.#executor.usage;
  }

  async answer(body: string, flags: number): Promise<Reply> {
    if (this.#size(body) > PAYLOAD_LIMIT) return { error: HostError.RequestTooLarge };
    const request = JSON.parse(body) as RequestBody;
    if (this.#options.isEditing?.() && !this.#asksServicesOnly(request)) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { error: HostError.InCellEditMode };
      await this.#options.editingEnded?.();
    }
    if (this.#closed) return { error: HostError.ShuttingDown };
    const answer = JSON.stringify(this.#executor.process(request));
    if (this.#size(answer) > PAYLOAD_LIMIT) return { error: HostError.ResponseTooLarge };
    return { error: HostError.None, body: answer };
  }

  /** The add-in is gone: what it had asked and still waits must not reach the workbook that comes after. */
  close(): void {
    this.#closed = true;
    this.#events.close();
  }

  /** Office's own services touch no cell. office.js asks them as it starts, whatever the person is typing meanwhile. */
  #asksServicesOnly({ ObjectPaths }: RequestBody): boolean {
    const paths = Object.values(ObjectPaths);
    return paths.every(
      ({ ObjectPathType: type, Name }) => type === PathType.NewObject && this.#services(Name) !== null,
    );
  }

  /** In UTF-8 bytes; short texts need not be counted. */
  #size(text: string): number {
    return text.length * 3 <= PAYLOAD_LIMIT ? text.length : this.#encoder.encode(text).length;
  }

  takeEvents(): EventEntry[] {
    return this.#events.take();
  }
}
