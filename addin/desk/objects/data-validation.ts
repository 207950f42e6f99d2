import { formatBox, quoteSheet } from "../model/address.ts";
import { badArgument, refused } from "../model/error.ts";
import { type ListValidation } from "../model/operations.ts";
import { notImplemented, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { RangeGeometry } from "./range-geometry.ts";
import { type RangeHandle } from "./range-handle.ts";

interface ListRule {
  readonly list?: { readonly inCellDropDown?: boolean; readonly source?: unknown };
}
interface Prompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}
interface Alert {
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
  readonly message: string;
}

/** `Range.dataValidation`: lists only. The rule of the first cell is read for the whole range. */
export class DataValidationObject extends WireObject {
  readonly wireType = "DataValidation";
  readonly #desk: DeskContext;
  readonly #range: RangeHandle;

  constructor(desk: DeskContext, range: RangeHandle) {
    super();
    this.#desk = desk;
    this.#range = range;
  }

  get #current(): ListValidation | null {
    const { sheet, row, column } = this.#range.area;
    return this.#desk.model.sheet(sheet).validation(row, column);
  }
  #put(rule: ListValidation | null): void {
    this.#desk.apply({ type: "setValidation", area: this.#range.area, rule });
  }
  #change(change: (rule: ListValidation) => ListValidation): void {
    const rule = this.#current;
    if (!rule) throw refused("ruleFirst");
    this.#put(change(rule));
  }

  get Type(): string {
    return this.#current ? "List" : "None";
  }
  get Rule(): object {
    const rule = this.#current;
    return rule ? { list: { inCellDropDown: true, source: rule.source } } : {};
  }
  set Rule(rule: ListRule) {
    const kinds = Object.keys(rule);
    if (!rule.list || kinds.length !== 1) throw notImplemented(`data validation by ${kinds.join(", ") || "nothing"}`);
    this.#put({ kind: "list", source: sourceText(this.#desk, rule.list.source), strict: true });
  }

  get IgnoreBlanks(): boolean {
    return this.#current?.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(ignoreBlanks: boolean) {
    this.#change((rule) => ({ ...rule, ignoreBlanks }));
  }
  get Prompt(): Prompt {
    const prompt = this.#current?.prompt;
    return { showPrompt: true, title: prompt?.title ?? "", message: prompt?.message ?? "" };
  }
  set Prompt({ showPrompt, title, message }: Prompt) {
    this.#change(({ prompt: _old, ...rule }) => (showPrompt ? { ...rule, prompt: { title, message } } : rule));
  }
  get ErrorAlert(): Alert {
    const rule = this.#current;
    const style = rule?.strict === false ? "Information" : "Stop";
    return { showAlert: rule?.strict ?? true, style, title: rule?.title ?? "", message: rule?.message ?? "" };
  }
  /** Only a `Stop` alert keeps other values out; the other styles let them pass. */
  set ErrorAlert({ showAlert, style, title, message }: Alert) {
    this.#change((rule) => ({ ...rule, strict: showAlert && style === "Stop", title, message }));
  }

  Clear(): void {
    this.#put(null);
  }
}

function sourceText(desk: DeskContext, source: unknown): string {
  if (typeof source === "string" && source !== "") return source;
  if (!(source instanceof RangeGeometry)) throw badArgument("listSource");
  const { area } = source;
  return `=${quoteSheet(desk.model.sheet(area.sheet).name)}!${formatBox(area, true)}`;
}
