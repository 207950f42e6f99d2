import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { DeskHandle } from "../../addin/desk/main.tsx";

declare global {
  interface Window {
    desk: DeskHandle;
    /** Set by the test pane once office.js has met its host. */
    host?: { readonly host: string; readonly platform: string };
    changes?: unknown[];
  }
}

/** Drives the desk as a person does: clicks cells, types, pastes; and looks at model and grid through `window.desk`. */
export class DeskDriver {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[] = [];

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  static async open(browser: Browser, origin: string, language = "lv-LV"): Promise<DeskDriver> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 800 }, locale: language });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    const driver = new DeskDriver(await context.newPage(), context);
    await driver.page.goto(`${origin}/?pane=/test-pane.html`);
    await driver.ready();
    return driver;
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => Boolean(window.desk?.view));
    await this.page.locator("[data-desk=grid] canvas").first().waitFor();
    await this.page.waitForFunction(() => window.desk.view?.isSettled && Boolean(window.desk.view.cellPosition(0, 0)));
  }

  /** A new, empty workbook in the same page. */
  async startAnew(): Promise<void> {
    await this.page.evaluate(() => window.desk.session.replace(null, ""));
    await this.ready();
  }

  async pane(): Promise<Frame> {
    const element = await this.page.waitForSelector("[data-desk=pane]");
    const frame = await element.contentFrame();
    if (!frame) throw new Error("The pane has no page.");
    await frame.waitForFunction(() => window.host !== undefined);
    return frame;
  }

  async click(row: number, column: number): Promise<void> {
    const at = await this.page.evaluate(([r, c]) => window.desk.view?.cellPosition(r, c), [row, column] as const);
    if (!at) throw new Error(`Cell ${row}, ${column} is nowhere.`);
    await this.page.mouse.click(at.x, at.y);
    await this.page.waitForFunction(
      ([r, c]) => window.desk.model.selection.row === r && window.desk.model.selection.column === c,
      [row, column] as const,
    );
  }

  /** Types into a cell and leaves it by Enter. */
  async type(row: number, column: number, text: string): Promise<void> {
    await this.click(row, column);
    await this.page.keyboard.type(text.slice(0, 1));
    // The grid opens its editor at the first key; a machine under load may take longer than the next key does.
    await this.page.waitForFunction(() => window.desk.view?.isEditing);
    await this.page.keyboard.type(text.slice(1));
    await this.page.keyboard.press("Enter");
    await this.page.waitForFunction((r) => window.desk.model.selection.row === r + 1, row);
  }

  async paste(row: number, column: number, text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.click(row, column);
    const before = await this.page.evaluate(() => JSON.stringify(window.desk.model.snapshot().sheets));
    await this.page.keyboard.press("Control+V");
    await this.page.waitForFunction((old) => JSON.stringify(window.desk.model.snapshot().sheets) !== old, before);
  }

  /** Runs one of the grid's commands, as its menus do. */
  async command(id: string, params: object = {}): Promise<void> {
    await this.page.evaluate(([name, given]) => window.desk.view?.grid.app.commands.executeCommand(name, given), [
      id,
      params,
    ] as const);
    await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }

  undo(): Promise<void> {
    return this.command("univer.command.undo");
  }
  redo(): Promise<void> {
    return this.command("univer.command.redo");
  }

  /** Contents of the active sheet's upper left cells, null for empty ones. */
  values(rows: number, columns: number): Promise<unknown[][]> {
    return this.page.evaluate(
      ([h, w]) => {
        const { model } = window.desk;
        const area = { sheet: model.activeSheet.id, row: 0, column: 0, rows: h, columns: w };
        return model.contents(area).map((line) => line.map((content) => content?.value ?? null));
      },
      [rows, columns] as const,
    );
  }

  formatOf(row: number, column: number): Promise<string> {
    return this.page.evaluate(([r, c]) => window.desk.model.activeSheet.formats.get(r, c), [row, column] as const);
  }

  /** A table `Services` of code, name and count in A1:C6, written as the add-in would. */
  async writeTable(): Promise<string> {
    return this.page.evaluate(() => {
      const { model } = window.desk;
      const sheet = model.activeSheet.id;
      const rows = [
        ["Code", "Name", "Count"],
        ["a", "Ada", 3],
        ["b", "Bo", 1],
        ["c", "Cy", 2],
        ["d", "Di", 9],
        ["e", "Eve", 5],
      ];
      const area = { sheet, row: 0, column: 0, rows: 6, columns: 3 };
      const contents = rows.map((line) => line.map((value) => ({ value })));
      model.apply({ type: "setCells", area, contents }, "addin");
      const id = model.newTableId();
      model.apply({ type: "addTable", id, name: "Services", area, style: "TableStyleMedium2" }, "addin");
      return id;
    });
  }

  /** What the grid shows in a cell of the active sheet. */
  shown(row: number, column: number): Promise<string | undefined> {
    return this.page.evaluate(
      ([r, c]) => window.desk.view?.grid.app.api.getActiveWorkbook()?.getActiveSheet().getRange(r, c).getDisplayValue(),
      [row, column] as const,
    );
  }

  differences(): Promise<string[]> {
    return this.page.evaluate(() => window.desk.view?.compare() ?? ["no grid"]);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
