import { findRegister, type RegisterKey } from "../../../schema/registers/catalogue.ts";
import { YES_NO } from "../../../schema/registers/cells.ts";
import type { Column, Register } from "../../../schema/registers/register.ts";
import { tableName } from "../../../addin/workbook/names.ts";
import type { Person } from "../../newcomer/person.ts";

/** Cells by column, options by key, everything else as a person types it. */
export type Typed = Readonly<Record<string, string | boolean>>;

/** A column of a register, by key. */
export function columnOf(register: Register, key: string): Column {
  const column = register.columns[key];
  if (!column) throw new Error(`${register.key} has no column ${key}`);
  return column;
}

/** How a person writes a cell: options by their Latvian label. */
export function written(column: Column, value: string | boolean): string {
  if (column.type === "choice") return column.options[String(value)]?.label.lv ?? String(value);
  if (typeof value === "boolean") return YES_NO[value ? "YES" : "NO"]?.label.lv ?? "";
  return value;
}

/** One person's sheet of one register, at the desk: made, refreshed, typed into by mouse and keyboard, published. */
export class Sheet {
  readonly person: Person;
  readonly register: Register;
  readonly #table: string;

  constructor(person: Person, key: RegisterKey) {
    const register = findRegister(key);
    if (!register) throw new Error(`there is no register ${key}`);
    this.person = person;
    this.register = register;
    this.#table = tableName(key);
  }

  /** Makes the sheet, or brings what is new into the one there is. */
  async open(): Promise<this> {
    const { person } = this;
    const label = this.register.label.lv;
    await person.tab("Reģistri");
    const exact = (name: string) => person.pane.getByRole("button", { name, exact: true });
    const [make, refresh] = [exact(`Izveidot lapu: ${label}`), exact(`Atsvaidzināt: ${label}`)];
    await make.or(refresh).waitFor();
    if (await make.isVisible()) {
      await make.click();
      await refresh.waitFor();
    } else {
      await refresh.click();
      await person.pane.getByText("Atsvaidzināts", { exact: true }).waitFor();
    }
    return this;
  }

  /** Puts the cursor on the row whose title or code is `name`. */
  async select(name: string): Promise<number> {
    const row = await this.row(name);
    await this.#click(row, await this.#place(this.register.title));
    return row;
  }

  /** Pastes a new row under the others, copied from where the person noted it down. */
  async enter(cells: Typed): Promise<void> {
    const { page } = this.person;
    const row = await this.row("");
    const named = Object.entries(cells).map(async ([key, value]) => {
      return [await this.#place(key), written(columnOf(this.register, key), value)] as const;
    });
    const texts = new Map(await Promise.all(named));
    const [first, last] = [Math.min(...texts.keys()), Math.max(...texts.keys())];
    const line = Array.from({ length: last - first + 1 }, (_, at) => texts.get(first + at) ?? "").join("\t");
    await this.#click(row, first);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), line);
    await page.keyboard.press("Control+V");
    await page.waitForFunction(
      ([table, r, c]) => (window.desk.model.value(window.desk.model.table(table).sheet, r, c) ?? "") !== "",
      [this.#table, row, last] as const,
    );
  }

  /** Types over cells of the row whose title or code is `name`. */
  async edit(name: string, cells: Typed): Promise<void> {
    await this.#type(await this.row(name), cells);
  }

  /** Publishes what is typed; all of it must land. */
  async publish(): Promise<void> {
    await this.tryToPublish();
    await this.person.pane.getByText("Publicēts", { exact: true }).first().waitFor();
  }

  /** Presses Publish and leaves it at that. */
  async tryToPublish(): Promise<void> {
    const { person } = this;
    // Back from another page, so that what was told of an earlier publish is gone.
    await person.tab("Reģistri");
    await person.tab("Izmaiņas");
    const register = person.pane.getByRole("combobox", { name: "Reģistrs" });
    const publish = person.pane.getByRole("button", { name: "Publicēt", exact: true });
    await publish.waitFor();
    if (await register.isVisible()) await register.selectOption({ label: this.register.label.lv });
    await publish.and(person.pane.locator(":not([aria-disabled=true])")).click();
  }

  /** What the sheet's cell holds. */
  async read(name: string, key: string): Promise<unknown> {
    const [row, column] = [await this.row(name), await this.#place(key)];
    return this.person.page.evaluate(
      ([table, r, c]) => window.desk.model.value(window.desk.model.table(table).sheet, r, c),
      [this.#table, row, column] as const,
    );
  }

  /** The code of the row with this title. */
  async code(title: string): Promise<string> {
    return String(await this.read(title, this.register.code.column));
  }

  /** The code of the row under all others. */
  async lastCode(): Promise<string> {
    const [row, column] = [(await this.row("")) - 1, await this.#place(this.register.code.column)];
    return this.person.page.evaluate(
      ([table, r, c]) => String(window.desk.model.value(window.desk.model.table(table).sheet, r, c)),
      [this.#table, row, column] as const,
    );
  }

  /** The sheet's row whose title or code is `name`; for "" the first that is empty, or the one under the last. */
  async row(name: string): Promise<number> {
    const columns = [await this.#place(this.register.title), await this.#place(this.register.code.column)] as const;
    const row = await this.person.page.evaluate(
      ([table, wanted, titles, codes]) => {
        const { model } = window.desk;
        const { sheet, box } = model.table(table);
        const rows = model.contents({ sheet, ...box }).slice(1);
        const says = (line: (typeof rows)[number], column: number) => String(line[column - box.column]?.value ?? "");
        const at = rows.findIndex((line) =>
          wanted === ""
            ? line.every((content) => (content?.value ?? "") === "")
            : says(line, titles) === wanted || says(line, codes) === wanted,
        );
        return at >= 0 ? box.row + 1 + at : wanted === "" ? box.row + box.rows : -1;
      },
      [this.#table, name, ...columns] as const,
    );
    if (row < 0) throw new Error(`${name} is not in the sheet of ${this.register.key}`);
    return row;
  }

  #place(key: string): Promise<number> {
    return this.person.page.evaluate(
      ([table, wanted]) => {
        const { model } = window.desk;
        const { sheet, box } = model.table(table);
        const [headings = []] = model.contents({ sheet, ...box, rows: 1 });
        const at = headings.findIndex((one) => one?.value === wanted);
        if (at < 0) throw new Error(`there is no column ${wanted}`);
        return box.column + at;
      },
      [this.#table, columnOf(this.register, key).label.lv] as const,
    );
  }

  async #type(row: number, cells: Typed): Promise<void> {
    const { keyboard } = this.person.page;
    for (const [key, value] of Object.entries(cells)) {
      const column = await this.#place(key);
      const text = written(columnOf(this.register, key), value);
      await this.#click(row, column);
      await keyboard.type(text.slice(0, 1));
      // The grid opens its editor at the first key; a machine under load may take longer than the next key does.
      await this.person.page.waitForFunction(() => window.desk.view?.isEditing);
      await keyboard.type(text.slice(1));
      await keyboard.press("Enter");
      await this.person.page.waitForFunction(
        ([table, r, c]) =>
          !window.desk.view?.isEditing &&
          (window.desk.model.value(window.desk.model.table(table).sheet, r, c) ?? "") !== "",
        [this.#table, row, column] as const,
      );
    }
  }

  /** Brings the cell into sight and clicks it. */
  async #click(row: number, column: number): Promise<void> {
    const { page } = this.person;
    const at = [this.#table, row, column] as const;
    await page.evaluate(([table, r, c]) => {
      const { model } = window.desk;
      const { sheet } = model.table(table);
      model.apply({ type: "activate", sheet }, "addin");
      model.apply({ type: "select", area: { sheet, row: r, column: c, rows: 1, columns: 1 } }, "addin");
    }, at);
    const position = await page.waitForFunction(([, r, c]) => window.desk.view?.cellPosition(r, c), at);
    const on = await position.jsonValue();
    if (!on) throw new Error("the cell is not on the screen");
    await page.mouse.click(on.x, on.y);
    await page.waitForFunction(
      ([, r, c]) => window.desk.model.selection.row === r && window.desk.model.selection.column === c,
      at,
    );
  }
}
