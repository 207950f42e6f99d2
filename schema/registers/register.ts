import type { EffectName } from "./effects.ts";
import type { FactName } from "./facts.ts";
import type { Who } from "./roles.ts";
import type { Settings } from "./settings.ts";
import type { WarningName } from "./warnings.ts";
import type { Words } from "./words.ts";

/**
 * What a register is, as data. One declaration drives the GraphQL type and inputs, the server's checks, the sheet's
 * headings, lists and locked cells, the import's mapping, the documentation and the generated tests.
 */

/** One entry of a closed list; `also` holds further spellings that typing and importing accept. */
export interface Option {
  readonly label: Words;
  readonly also?: readonly string[];
}
export type Options = Readonly<Record<string, Option>>;

interface ColumnBase {
  readonly label: Words;
  /** One or two sentences shown with the heading and in the documentation. */
  readonly help: Words;
  /** Other headings under which people keep this column; the import maps by them. */
  readonly also?: readonly string[];
  /** Needed to enter the register at all. */
  readonly required?: true;
  /** From this lifecycle state on the cell may not be empty. */
  readonly requiredFrom?: string;
  /** From this lifecycle state on the cell may not change. */
  readonly lockedFrom?: string;
  /** Given by the server; a person cannot type it. */
  readonly readOnly?: true;
  /** Filled in anew by the server at every write, from the row's other cells and the institution's settings; read only. */
  readonly computed?: (row: Row, settings: Settings) => Cell;
  /** Who may change it, where that differs from the register's own `edit`. */
  readonly edit?: readonly Who[];
  /** Personal data of applicants: shown only to the register's `personalFor`, in every way out (domain.md, section 1). */
  readonly personal?: true;
  /** What stands in a personal cell once it is erased, `{code}` being the row's; nothing when left out. */
  readonly pseudonym?: string;
  /** Width in the sheet, in characters. */
  readonly width?: number;
  /** Hidden until a person asks for it. */
  readonly hidden?: true;
}

/** One column. `type` decides how a cell is read, checked, kept and shown. */
export type Column = ColumnBase &
  (
    | { readonly type: "text"; readonly max: number; readonly multiline?: true }
    | { readonly type: "link"; readonly max: number }
    | { readonly type: "choice"; readonly options: Options }
    | { readonly type: "choices"; readonly options: Options }
    // `to` is a register's key or a group of registers (schema/registers/targets.ts).
    | { readonly type: "reference"; readonly to: string }
    | { readonly type: "references"; readonly to: string }
    | { readonly type: "datetime"; readonly notAfter?: "now" }
    | { readonly type: "date"; readonly notBefore?: string; readonly notAfter?: "today" }
    | { readonly type: "integer"; readonly min?: number; readonly max?: number }
    | { readonly type: "number"; readonly min?: number; readonly max?: number; readonly decimals?: number }
    | { readonly type: "boolean" }
  );
export type ColumnType = Column["type"];
export type Columns = Readonly<Record<string, Column>>;

/** What the server writes into a cell that the row leaves empty: its clock's instant or day, or who asks. */
export type Stamp = "NOW" | "TODAY" | "ACTOR";

/** A row's cells by column; canonical, except that on the server references are ids. */
export type Row = Readonly<Record<string, Cell | undefined>>;

/**
 * A rule that a write or a step keeps, over more than one cell. Either `broken` tells it from the row alone, or `fact`
 * names what the server looks up (schema/registers/facts.ts): the fact's words fill the message's `{names}`. With both,
 * the fact is asked about only where `broken` holds.
 */
export interface Guard {
  /** Key in schema/registers/rules: what is kept, and where it is said. */
  readonly rule: string;
  /** The cell at which a breach is shown; null for the row as a whole. */
  readonly column: string | null;
  /** `person` is who asks; null for a monitoring system. */
  readonly broken?: (row: Row, before: Row | null, person: string | null) => boolean;
  readonly fact?: FactName;
  /** What is wrong and what to do about it. */
  readonly message: Words;
}

/** A step from one state to another; refused unless `needs` is filled in, `who` (or the register's edit roles) asks and every guard holds. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly who?: readonly Who[];
  /** Columns naming people who may take the step too, such as the experts asked to assess. */
  readonly also?: readonly string[];
  /** Columns naming people who may not take it, whatever their role: four eyes. */
  readonly never?: readonly string[];
  /** Columns that must be filled in to take the step. */
  readonly needs?: readonly string[];
  /** Columns that are told with the step where there is something to tell: its mutation takes them too. */
  readonly takes?: readonly string[];
  readonly guards?: readonly Guard[];
  /** The date-and-time column that tells when the step was taken: as the row gives it, else stamped NOW. */
  readonly at?: string;
  /** Cells filled in by the step where the row leaves them empty. */
  readonly stamps?: Readonly<Record<string, Stamp>>;
  /** Cells emptied by the step, such as the outcome of what is reopened. */
  readonly clears?: readonly string[];
  /** Whole-number columns that the step raises by one, such as reopenings. */
  readonly counts?: readonly string[];
  /** Where the lifecycle has models: those that go this way; every model when left out. */
  readonly models?: readonly string[];
  /** What a person is warned of before taking the step, and may take it all the same. */
  readonly warns?: readonly WarningName[];
  /** What the step does to other records (schema/registers/effects.ts). */
  readonly effects?: readonly EffectName[];
  /** The API's mutation for the step, such as `classifyIncident`; several steps may share one. */
  readonly intent: string;
  readonly label: Words;
}

/** States and steps of a row. The column `column` holds the state; `initial` is given to a new row that names none. */
export interface Lifecycle {
  readonly column: string;
  readonly initial: string;
  /** The state that retires a row, if the register has one. */
  readonly retired?: string;
  /** States off the way, such as rejected: a mark "from this state on" covers them only when it names them. */
  readonly aside?: readonly string[];
  /** States in which the row waits for somebody; the column that tells for whom. */
  readonly waits?: { readonly state: string; readonly column: string };
  /** States in which the record's work is over, such as closed. */
  readonly done?: readonly string[];
  /** Cells filled in when a row enters the register and leaves them empty. */
  readonly stamps?: Readonly<Record<string, Stamp>>;
  /** The column that tells since when the row is in its first state; the moment of entering when left out or empty. */
  readonly since?: string;
  /** The model that decides a row's way (domain.md, section 4); null while it is not known. */
  readonly model?: (row: Row) => string | null;
  readonly transitions: readonly Transition[];
}

/**
 * A relation that makes a person hold a role for one row: `column` names the person. With `via`, a reference column of
 * the row, it is `column` of the row referred to, which must be of the register `of`.
 */
export type Holder =
  | { readonly column: string; readonly via?: undefined; readonly of?: undefined }
  | { readonly column: string; readonly via: string; readonly of: string };
export type RowRoles = Readonly<Partial<Record<Who, readonly Holder[]>>>;

export interface Register {
  /** Key in the API and in the sheet: lower camel case, plural. */
  readonly key: string;
  /** The Prisma model and GraphQL type: Pascal case, singular. */
  readonly type: string;
  readonly label: Words;
  readonly one: Words;
  readonly help: Words;
  /** `P-0001`, or with the year of entering `INC-2026-00001` (domain.md, section 2). */
  readonly code: { readonly column: string; readonly prefix: string; readonly digits: number; readonly yearly?: true };
  /** The column that names a row for people. */
  readonly title: string;
  /** How other registers' cells name a row: by its title (with the code where several bear it), or by code alone. */
  readonly namedBy?: "code";
  /** Columns by which an import tells rows without a code apart; the title alone when left out. */
  readonly matchBy?: readonly string[];
  readonly columns: Columns;
  /** Custom fields that were columns and are not in use any more: their headings by key (schema/registers/custom.ts). */
  readonly former?: Readonly<Record<string, Words>>;
  readonly lifecycle?: Lifecycle;
  /** Rules kept at every write. */
  readonly guards?: readonly Guard[];
  readonly rights: {
    readonly create: readonly Who[];
    readonly edit: readonly Who[];
    readonly retire: readonly Who[];
    /** Everyone of the institution when left out. */
    readonly read?: readonly Who[];
  };
  readonly rowRoles?: RowRoles;
  /** Where not everybody who reads the register reads every row of it. */
  readonly readers?: Readers;
  /** Who sees columns marked `personal`; nobody else does. */
  readonly personalFor?: readonly Who[];
  /** Columns by which similar and searched-for rows are found, weightiest first. */
  readonly search?: readonly string[];
}

/** Whom each row is for. */
export interface Readers {
  /** Choice columns that decide it. */
  readonly by: readonly string[];
  /** Told by those columns alone; null stands for everybody. */
  readonly of: (row: Row) => readonly Who[] | null;
  /** Columns that name people who read the row whatever it holds. */
  readonly also: readonly string[];
  /** The state in which a row is published, and the columns kept as they were then, to be read while the next edition is written. */
  readonly edition: { readonly state: string; readonly columns: readonly string[] };
}

/**
 * A cell in its canonical form, as it travels and as the base copy keeps it:
 * text and link: string; choice: the option's key; choices: keys in declared order; reference: the name by which the
 * row referred to is known (see `schema/registers/cells.ts`); date: `YYYY-MM-DD`; datetime: `YYYY-MM-DDTHH:MM:SSZ`; integer, number: number; empty: null.
 */
export type Cell = string | number | boolean | readonly string[] | null;
