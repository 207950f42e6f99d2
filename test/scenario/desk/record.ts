import type { Locator } from "playwright-core";
import type { Person } from "../../newcomer/person.ts";
import { columnOf, written, type Sheet, type Typed } from "./sheet.ts";

/** Opens the Record page for the row whose title or code is `name`. */
export async function lookAt(sheet: Sheet, name: string): Promise<void> {
  const title = await sheet.read(name, sheet.register.title);
  await sheet.select(name);
  await sheet.person.tab("Ieraksts");
  await sheet.person.pane.getByRole("heading", { level: 2, name: String(title), exact: true }).waitFor();
}

/** Opens a step's form on the Record page. */
export async function beginStep(person: Person, step: string): Promise<Locator> {
  await person.pane.getByRole("button", { name: step, exact: true }).click();
  const form = person.pane.getByRole("form", { name: new RegExp(`^${step}`) });
  await form.waitFor();
  return form;
}

/** Takes a step of the row by its form on the Record page; it must be taken. */
export async function takeStep(sheet: Sheet, name: string, step: string, cells: Typed = {}): Promise<void> {
  await lookAt(sheet, name);
  const form = await beginStep(sheet.person, step);
  await fill(sheet, form, cells);
  await form.getByRole("button", { name: `Darīt: ${step}` }).click();
  await sheet.person.pane.getByText(`Izdarīts: ${step}. Lapa ir atsvaidzināta.`).waitFor();
}

/** Writes into the form's fields; `NOW` presses the button that puts in the present. */
export async function fill({ register }: Sheet, form: Locator, cells: Typed): Promise<void> {
  for (const [key, value] of Object.entries(cells)) {
    const column = columnOf(register, key);
    const chosen = ["choice", "boolean", "reference", "references"].includes(column.type);
    const name = new RegExp(`^${column.label.lv.replace(/[.()]/g, "\\$&")}\\s*\\*?$`);
    const field = form.getByRole(chosen ? "combobox" : "textbox", { name });
    if (value === "NOW") {
      const present = column.type === "date" ? "Šodien" : "Tagad";
      await form.getByRole("button", { name: `${present}: ${column.label.lv}` }).click();
    } else if (column.type === "choice" || column.type === "boolean")
      await field.selectOption({ label: written(column, value) });
    else await field.fill(String(value));
  }
}
