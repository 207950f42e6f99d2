import { type Announcement } from "../model/workbook.ts";
import type { Desk } from "../objects/desk.ts";
import { EVENTS, WORKBOOK } from "./event-names.ts";
import { eventsOf, type ExcelEvent, joined } from "./excel-events.ts";
import { notImplemented, type WireObject } from "./wire.ts";

/** One event on its way to office.js. */
export type EventEntry = readonly [
  category: number,
  id: number,
  target: string,
  message: string,
  messageId: string,
  isRemoteOverride: boolean,
];

/** Ranges of so many events can still be asked for with `event.getRange()`. */
const RANGES_KEPT = 500;

/**
 * Keeps what the add-in listens to and gathers the events of announced operations until they are sent: after the
 * answer of the request that caused them, as Excel does.
 */
export class EventHub {
  readonly #desk: Desk;
  /** Called when events wait to be sent. */
  readonly #waiting: () => void;
  readonly #listening = new Map<string, number>();
  readonly #ranges: string[] = [];
  #pending: ExcelEvent[] = [];
  #nextMessage = 1;
  readonly #unlisten: () => void;

  constructor(desk: Desk, waiting: () => void) {
    this.#desk = desk;
    this.#waiting = waiting;
    this.#unlisten = desk.model.listen((announcement) => this.#gather(announcement));
  }

  close(): void {
    this.#unlisten();
    this.#pending = [];
  }

  /** Throws ApiNotFound for an event the desk does not have. */
  register(object: WireObject, registration: string, on: boolean): void {
    const id = EVENTS[object.wireType]?.[registration];
    if (id === undefined) throw notImplemented(`${object.wireType}.${registration.replace(/^_Register/, "on")}`);
    const key = `${id}#${targetOf(object)}`;
    const count = (this.#listening.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.#listening.set(key, count);
    else this.#listening.delete(key);
  }

  #gather(announcement: Announcement): void {
    if (!this.#desk.eventsEnabled || announcement.origin === "file") return;
    for (const event of eventsOf(this.#desk.model, announcement)) {
      const heard = event.targets.filter((target) => this.#listening.has(`${event.id}#${target}`));
      if (heard.length === 0) continue;
      const next = { ...event, targets: heard };
      const index = this.#pending.findLastIndex((pending) => joined(pending, next) !== null);
      const whole = index < 0 ? null : joined(this.#pending[index] ?? next, next);
      if (whole) this.#pending[index] = whole;
      else this.#pending.push(next);
    }
    if (this.#pending.length > 0) this.#waiting();
  }

  /** The events gathered since the last call, for office.js. */
  take(): EventEntry[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending.flatMap((event) =>
      event.targets.map((target): EventEntry => {
        const reference = event.area && { referenceId: this.#keep(event.area) };
        const message = JSON.stringify({ ...event.args, ...reference });
        return [65_536, event.id, target, message, String(this.#nextMessage++), false];
      }),
    );
  }

  #keep(area: NonNullable<ExcelEvent["area"]>): string {
    const { references } = this.#desk;
    const id = references.keep(this.#desk.range(area));
    this.#ranges.push(id);
    if (this.#ranges.length > RANGES_KEPT) references.remove(this.#ranges.shift() ?? "");
    return id;
  }
}

function targetOf(object: WireObject): string {
  if ("eventTarget" in object && typeof object.eventTarget === "string") return object.eventTarget;
  return "Id" in object ? String(object.Id) : WORKBOOK;
}
