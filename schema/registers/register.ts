import type { Role } from "./roles.ts";
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
  /** Roles that may change it where they differ from the register's own `edit`. */
  readonly edit?: readonly Role[];
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
    | { readonly type: "reference"; readonly to: string }
    | { readonly type: "references"; readonly to: string }
    | { readonly type: "date"; readonly notBefore?: string; readonly notAfter?: "today" }
    | { readonly type: "integer"; readonly min?: number; readonly max?: number }
    | { readonly type: "number"; readonly min?: number; readonly max?: number; readonly decimals?: number }
    | { readonly type: "boolean" }
  );
export type ColumnType = Column["type"];
export type Columns = Readonly<Record<string, Column>>;

/** A step from one state to another; refused unless `needs` is filled in and `who` (or the register's edit roles) asks. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly who?: readonly Role[];
  /** Columns that must be filled in to take the step. */
  readonly needs?: readonly string[];
  readonly label: Words;
}

/** States and steps of a row. The column `column` holds the state; `initial` is given to a new row that names none. */
export interface Lifecycle {
  readonly column: string;
  readonly initial: string;
  /** The state that retires a row, if the register has one. */
  readonly retired?: string;
  readonly transitions: readonly Transition[];
}

/** A check over a whole row that its columns alone cannot say. Returns nothing when the row is sound. */
export interface RowCheck {
  readonly code: string;
  readonly column: string;
  /** True when the row breaks the rule. `row` holds canonical cells. */
  readonly broken: (row: Readonly<Record<string, Cell | undefined>>) => boolean;
  readonly message: Words;
}

/** A relation that makes a person hold a role for one row: the column that names the person. */
export type RowRoles = Readonly<Partial<Record<Role, string>>>;

export interface Register {
  /** Key in the API and in the sheet: lower camel case, plural. */
  readonly key: string;
  /** The Prisma model and GraphQL type: Pascal case, singular. */
  readonly type: string;
  readonly label: Words;
  readonly one: Words;
  readonly help: Words;
  /** `P-0001`: prefix and number of digits (domain.md, section 2). */
  readonly code: { readonly column: string; readonly prefix: string; readonly digits: number };
  /** The column that names a row for people. */
  readonly title: string;
  /** Columns by which an import tells rows without a code apart; the title alone when left out. */
  readonly matchBy?: readonly string[];
  readonly columns: Columns;
  readonly lifecycle?: Lifecycle;
  readonly checks?: readonly RowCheck[];
  readonly rights: {
    readonly create: readonly Role[];
    readonly edit: readonly Role[];
    readonly retire: readonly Role[];
  };
  readonly rowRoles?: RowRoles;
}

/**
 * A cell in its canonical form, as it travels and as the base copy keeps it:
 * text and link: string; choice: the option's key; choices: keys in declared order; reference: the name by which the
 * row referred to is known (see `schema/registers/cells.ts`); date: `YYYY-MM-DD`; integer, number: number; empty: null.
 */
export type Cell = string | number | boolean | readonly string[] | null;
