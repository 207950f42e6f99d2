import type { Column, Register } from "./register.ts";
import { whoNames } from "./lifecycle.ts";
import type { Who } from "./roles.ts";
import type { Words } from "./words.ts";

/** What an author of documentation may say of a register, in Markdown: drawn from its declaration alone. */

const both = ({ lv, en }: Words) => `${lv} · ${en}`;
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
const roles = (who: readonly Who[]) => both(whoNames(who));

/** The page that describes every register of `registers`. */
export function documentRegisters(registers: Readonly<Record<string, Register>>): string {
  const head = [
    "# Registers",
    "",
    "Written from the declarations in `schema/registers` by `npx tsx test/docs/write-registers.ts`; a test holds it current. Do not edit it by hand.",
  ];
  return `${[...head, ...Object.values(registers).flatMap(documentRegister)].join("\n")}\n`;
}

function documentRegister(register: Register): string[] {
  const { code, rights, lifecycle, columns } = register;
  const example = `${code.prefix}-${"1".padStart(code.digits, "0")}`;
  return [
    "",
    `## ${both(register.label)}`,
    "",
    register.help.lv,
    "",
    register.help.en,
    "",
    `In the API \`${register.key}\`, a row is a \`${register.type}\`, its code looks like \`${example}\`.`,
    "",
    row("Right", "Who"),
    row("---", "---"),
    row("Create", roles(rights.create)),
    row("Edit", roles(rights.edit)),
    row("Retire", roles(rights.retire)),
    "",
    row("Column", "Heading", "Type", "Rules", "Meaning"),
    row("---", "---", "---", "---", "---"),
    ...Object.entries(columns).map(([key, column]) =>
      row(`\`${key}\``, both(column.label), type(column), rules(register, column), column.help.en),
    ),
    ...Object.entries(columns).flatMap(([key, column]) => optionList(key, column)),
    ...(lifecycle ? steps(register, lifecycle) : []),
    ...checks(register),
  ];
}

function type(column: Column): string {
  switch (column.type) {
    case "text":
      return `text, at most ${column.max}`;
    case "link":
      return `web address, at most ${column.max}`;
    case "choice":
      return "one of a list";
    case "choices":
      return "some of a list, parted by `;`";
    case "reference":
      return `one of \`${column.to}\`, by name or code`;
    case "references":
      return `some of \`${column.to}\`, parted by \`;\``;
    case "date":
      return "day";
    case "datetime":
      return "day and time";
    case "integer":
      return `whole number${range(column.min, column.max)}`;
    case "number":
      return `number${range(column.min, column.max)}`;
    case "boolean":
      return "yes or no";
  }
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return "";
  return `, ${min ?? "−∞"} … ${max ?? "∞"}`;
}

function rules(register: Register, column: Column): string {
  const state = (key: string) => {
    const states = register.lifecycle ? register.columns[register.lifecycle.column] : undefined;
    return states?.type === "choice" ? (states.options[key]?.label.en ?? key) : key;
  };
  return [
    column.readOnly ? "given by the server" : "",
    column.required ? "required" : "",
    column.requiredFrom === undefined ? "" : `required from ${state(column.requiredFrom)}`,
    column.lockedFrom === undefined ? "" : `locked from ${state(column.lockedFrom)}`,
    column.type === "date" && column.notBefore !== undefined ? `not before ${column.notBefore}` : "",
    column.type === "date" && column.notAfter !== undefined ? "not after today" : "",
    column.edit === undefined ? "" : `changed only by: ${roles(column.edit)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function optionList(key: string, column: Column): string[] {
  if (column.type !== "choice" && column.type !== "choices") return [];
  const options = Object.entries(column.options).map(([option, { label }]) => `- \`${option}\` ${both(label)}`);
  return ["", `### ${both(column.label)} (\`${key}\`)`, "", ...options];
}

function steps(register: Register, lifecycle: NonNullable<Register["lifecycle"]>): string[] {
  return [
    "",
    "### Dzīves cikls · Lifecycle",
    "",
    `A new row begins in \`${lifecycle.initial}\`.`,
    "",
    row("From", "To", "Step", "Needs", "Who"),
    row("---", "---", "---", "---", "---"),
    ...lifecycle.transitions.map(({ from, to, label, needs, who }) =>
      row(
        `\`${from}\``,
        `\`${to}\``,
        both(label),
        (needs ?? []).map((column) => `\`${column}\``).join(", "),
        roles(who ?? register.rights.edit),
      ),
    ),
  ];
}

function checks({ guards: list }: Register): string[] {
  if (!list || list.length === 0) return [];
  return ["", "### Pārbaudes · Checks", "", ...list.map(({ rule, message }) => `- \`${rule}\` ${both(message)}`)];
}
