import { serialOf } from "../model/days.ts";
import { WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";

export class ApplicationObject extends WireObject {
  readonly wireType = "Application";
  readonly CalculationMode = "Automatic";
  readonly CalculationState = "Done";
  readonly CalculationEngineVersion = 191029;
  readonly UseSystemSeparators = true;
  readonly #desk: DeskContext;
  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
  }
  get DecimalSeparator(): string {
    return this.#desk.culture.decimal;
  }
  get ThousandsSeparator(): string {
    return this.#desk.culture.thousands;
  }
  get CultureInfo(): CultureInfoObject {
    return new CultureInfoObject(this.#desk);
  }
  /** The grid works formulas out as they change; but what the add-in's functions say may be asked for anew. */
  Calculate(type: string): void {
    if (type !== "Recalculate") this.#desk.calls?.calculateAll();
  }
  SuspendApiCalculationUntilNextSync(): void {
    return;
  }
  SuspendScreenUpdatingUntilNextSync(): void {
    return;
  }
}

class CultureInfoObject extends WireObject {
  readonly wireType = "CultureInfo";
  readonly #desk: DeskContext;
  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
  }
  get Name(): string {
    return this.#desk.culture.name;
  }
  get NumberFormat(): NumberFormatInfoObject {
    return new NumberFormatInfoObject(this.#desk);
  }
  get DatetimeFormat(): DatetimeFormatInfoObject {
    return new DatetimeFormatInfoObject(this.#desk);
  }
}

class NumberFormatInfoObject extends WireObject {
  readonly wireType = "NumberFormatInfo";
  readonly NumberDecimalSeparator: string;
  readonly NumberGroupSeparator: string;
  readonly CurrencySymbol: string;
  constructor({ culture }: DeskContext) {
    super();
    this.NumberDecimalSeparator = culture.decimal;
    this.NumberGroupSeparator = culture.thousands;
    this.CurrencySymbol = culture.name === "lv-LV" ? "€" : "$";
  }
}

class DatetimeFormatInfoObject extends WireObject {
  readonly wireType = "DatetimeFormatInfo";
  readonly DateSeparator: string;
  readonly ShortDatePattern: string;
  readonly LongDatePattern: string;
  readonly ShortTimePattern: string;
  readonly LongTimePattern: string;
  readonly TimeSeparator = ":";
  constructor({ culture }: DeskContext) {
    super();
    this.DateSeparator = culture.dateSeparator;
    this.ShortDatePattern = culture.shortDate;
    this.LongDatePattern = culture.longDate;
    this.ShortTimePattern = culture.shortTime;
    this.LongTimePattern = culture.shortTime.replace("mm", "mm:ss");
  }
}

/** `workbook.functions`: only `date`, by which an add-in finds out the workbook's date system. */
export class FunctionsObject extends WireObject {
  readonly wireType = "Functions";
  readonly #desk: DeskContext;
  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
  }
  Date(year: number, month: number, day: number): FunctionResultObject {
    const full = year < 1900 ? year + 1900 : year;
    const date = new Date(Date.UTC(full, month - 1, day));
    const { date1904 } = this.#desk.model;
    const serial = serialOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date1904);
    return new FunctionResultObject(serial);
  }
}

class FunctionResultObject extends WireObject {
  readonly wireType = "FunctionResult";
  readonly Value: number | null;
  readonly Error: string | null;
  constructor(value: number | null) {
    super();
    this.Value = value;
    this.Error = value === null ? "#NUM!" : null;
  }
}

/** `context.runtime`. */
export class RuntimeObject extends WireObject {
  readonly wireType = "Runtime";
  readonly #desk: DeskContext;
  constructor(desk: DeskContext) {
    super();
    this.#desk = desk;
  }
  get EnableEvents(): boolean {
    return this.#desk.eventsEnabled;
  }
  set EnableEvents(on: boolean) {
    this.#desk.eventsEnabled = on;
  }
}
