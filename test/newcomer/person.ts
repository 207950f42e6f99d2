import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import "../desk/driver.ts";

/** Where a register's row stands in the sheet. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** A person at the desk in a browser of their own: grid and pane, used by mouse and keyboard. */
export class Person {
  /** Who is signed in. */
  name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly pane: FrameLocator;
  /** What went wrong in the page unseen. */
  readonly errors: string[] = [];

  private constructor(name: string, page: Page, context: BrowserContext) {
    this.name = name;
    this.page = page;
    this.context = context;
    this.pane = page.frameLocator("[data-desk=pane]");
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  static async at(browser: Browser, url: string, name: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "lv-LV" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
    const person = new Person(name, await context.newPage(), context);
    await person.page.goto(url);
    await person.page.waitForFunction(() => Boolean(window.desk?.view?.cellPosition(0, 0)));
    await person.#signIn(name);
    return person;
  }

  /** Signs out and lets somebody else work at the same workbook; of two of a name, the one with this role. */
  async become(name: string, role?: string): Promise<void> {
    await this.pane.getByRole("button", { name: `${this.name}, iestatījumi` }).click();
    await this.pane.getByRole("menuitem", { name: "Izrakstīties" }).click();
    await this.pane.getByRole("alertdialog").getByRole("button", { name: "Izrakstīties" }).click();
    await this.pane.getByRole("heading", { level: 1, name: "Pierakstīties" }).waitFor();
    await this.#signIn(name, role);
    this.name = name;
  }

  async #signIn(name: string, role?: string): Promise<void> {
    const people = this.pane.getByRole("list", { name: "Personas" }).getByRole("button").filter({ hasText: name });
    await (role === undefined ? people : people.filter({ hasText: role })).first().click();
    await this.tab("Reģistri");
  }

  async tab(name: string): Promise<void> {
    const direct = this.pane.getByRole("tab", { name });
    await this.pane.getByRole("tab").first().waitFor();
    if (await direct.isVisible()) await direct.click();
    else {
      await this.pane.getByRole("button", { name: "Vēl lapas" }).click();
      await this.pane.getByRole("menuitem", { name }).click();
    }
    await this.pane.getByRole("heading", { name, level: 1 }).waitFor();
  }

  button(name: string | RegExp) {
    return this.pane.getByRole("button", { name });
  }

  /** Opens a workbook from the disk through the desk's own button. */
  async openFile(path: string): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: /Atvērt \.xlsx/ }).click();
    await (await choosing).setFiles(path);
  }

  /** Where the column `heading` of the row with `code` stands in the services' table. */
  place(code: string, heading: string): Promise<Place> {
    return this.page.evaluate(
      ([wanted, column]) => {
        const { model } = window.desk;
        const table = model.findTable("SaimeServices");
        if (!table) throw new Error("there is no table of services");
        const { sheet, box } = table as unknown as {
          sheet: string;
          box: { row: number; column: number; rows: number; columns: number };
        };
        const at = model.contents({ sheet, ...box }).map((line) => line.map((content) => content?.value ?? null));
        const headings = at[0] ?? [];
        const row = at.findIndex((line) => line[headings.indexOf("Kods")] === wanted);
        if (row < 1 || !headings.includes(column))
          throw new Error(`${wanted} / ${column} is not in the sheet: ${headings.join()}`);
        return { row: box.row + row, column: box.column + headings.indexOf(column) };
      },
      [code, heading] as const,
    );
  }

  /** Codes of the services in the sheet; none while there is no table. */
  codes(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { model } = window.desk;
      const table = model.findTable("SaimeServices");
      if (!table) return [];
      const [headings = [], ...rows] = model
        .contents({ sheet: table.sheet, ...table.box })
        .map((line) => line.map((content) => String(content?.value ?? "")));
      return rows.map((row) => row[headings.indexOf("Kods")] ?? "").filter((code) => code !== "");
    });
  }

  async read(code: string, heading: string): Promise<unknown> {
    const { row, column } = await this.place(code, heading);
    return this.page.evaluate(
      ([r, c]) => window.desk.model.value(window.desk.model.table("SaimeServices").sheet, r, c),
      [row, column] as const,
    );
  }

  /** Goes to the cell, types over it and leaves it by Enter; an empty text deletes what is there. */
  async type(code: string, heading: string, text: string): Promise<void> {
    const at = await this.place(code, heading);
    await this.page.evaluate(
      ([row, column]) => {
        const { model } = window.desk;
        const { sheet } = model.table("SaimeServices");
        model.apply({ type: "activate", sheet }, "addin");
        model.apply({ type: "select", area: { sheet, row, column, rows: 1, columns: 1 } }, "addin");
      },
      [at.row, at.column] as const,
    );
    await this.page.waitForFunction(([row, column]) => window.desk.view?.cellPosition(row, column), [
      at.row,
      at.column,
    ] as const);
    const on = await this.page.evaluate(([row, column]) => window.desk.view?.cellPosition(row, column), [
      at.row,
      at.column,
    ] as const);
    if (!on) throw new Error(`${code} / ${heading} is not on the screen`);
    await this.page.mouse.click(on.x, on.y);
    if (text === "") await this.page.keyboard.press("Delete");
    else {
      await this.page.keyboard.type(text);
      await this.page.keyboard.press("Enter");
    }
    await this.page.waitForFunction(
      ([row, column, wanted]) =>
        String(window.desk.model.value(window.desk.model.table("SaimeServices").sheet, row, column)) === wanted,
      [at.row, at.column, text] as const,
    );
  }
}
