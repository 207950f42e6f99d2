import { type WorkbookSnapshot } from "../model/snapshot.ts";
import { WorkbookModel } from "../model/workbook.ts";
import { Desk } from "../objects/desk.ts";
import { Transport } from "../protocol/transport.ts";
import { type ApiUsage } from "../protocol/usage.ts";
import { createOffice, type OfficeStub } from "./office.ts";
import { loadOfficeJs } from "./office-js.ts";
import { Person } from "./person.ts";

export interface CreateExcelOptions {
  /** The workbook to open; a model is shared, a snapshot copied; an empty one when missing. */
  readonly workbook?: WorkbookModel | WorkbookSnapshot;
  /** The person's culture, `en-US` (the default) or `lv-LV`. */
  readonly culture?: string;
  readonly date1904?: boolean;
}

export interface ExcelInNode {
  /** The real `Excel` of office.js. */
  readonly Excel: typeof Excel;
  readonly Office: OfficeStub;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly model: WorkbookModel;
  readonly desk: Desk;
  readonly person: Person;
  /** What was used of Excel's API, and of which API set. */
  readonly usage: ApiUsage;
  /** Sent requests: their number and the bytes of the largest request and answer. */
  readonly traffic: { requests: number; largestRequest: number; largestAnswer: number };
  /** While true, requests fail as they do in Excel while a person edits a cell. */
  readonly setEditing: (editing: boolean) => void;
  /** The add-in is gone, as when another workbook takes this one's place. */
  readonly close: () => void;
  /** Settles once the events of what was done so far have reached the add-in. */
  readonly eventsDelivered: () => Promise<void>;
}

/** The real object model of office.js over a workbook in this process: what the add-in's workbook code runs on in tests. */
export function createExcel(options: CreateExcelOptions = {}): ExcelInNode {
  const model = modelOf(options);
  const desk = new Desk(model, options.culture ?? "en-US");
  const Office = createOffice(model, desk.culture.name);
  const traffic = { requests: 0, largestRequest: 0, largestAnswer: 0 };
  let editing = false;
  let left: (() => void)[] = [];
  let sending: Promise<void> | null = null;

  const transport = new Transport(desk, {
    isEditing: () => editing,
    editingEnded: () => new Promise((resolve) => left.push(resolve)),
    onEvents: () => {
      sending ??= new Promise((resolve) => {
        setTimeout(() => {
          sending = null;
          officeJs.deliver(transport.takeEvents());
          setTimeout(resolve);
        });
      });
    },
  });
  const officeJs = loadOfficeJs(Office, async (body, flags) => {
    traffic.requests++;
    traffic.largestRequest = Math.max(traffic.largestRequest, Buffer.byteLength(body));
    const reply = await transport.answer(body, flags);
    if ("body" in reply) traffic.largestAnswer = Math.max(traffic.largestAnswer, Buffer.byteLength(reply.body));
    return reply;
  });

  return {
    Excel: officeJs.Excel,
    OfficeExtension: officeJs.OfficeExtension,
    Office,
    model,
    desk,
    person: new Person(model, desk.culture),
    usage: transport.usage,
    traffic,
    setEditing: (on) => {
      editing = on;
      if (on) return;
      for (const resolve of left) resolve();
      left = [];
    },
    close: () => {
      transport.close();
      desk.close();
    },
    eventsDelivered: async () => {
      while (sending) await sending;
    },
  };
}

function modelOf({ workbook, date1904 }: CreateExcelOptions): WorkbookModel {
  if (workbook instanceof WorkbookModel) return workbook;
  const snapshot = workbook ?? new WorkbookModel().snapshot();
  return new WorkbookModel(date1904 === undefined ? snapshot : { ...snapshot, date1904 });
}
