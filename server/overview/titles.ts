import type { Register } from "../../schema/registers/register.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Words } from "../../schema/registers/words.ts";
import { tableOf } from "../store/models.ts";

/** SQL for what names a row of the table `t` to people: its title, or the name of what its title refers to. */
export function titleExpression(register: Register): string {
  const { columns } = tableOf(register.key);
  const name = columns[register.title]?.name ?? "code";
  const column = register.columns[register.title];
  if (column?.type !== "reference") return `t.${name}::text`;
  const names = targetsOf(column.to).flatMap((key) => {
    const target = findRegister(key);
    if (!target) return [];
    const of = tableOf(key);
    return `(select r.${of.columns[target.title]?.name ?? "code"}::text from ${of.table} r where r.id = t.${name})`;
  });
  return `coalesce(${[...names, "''"].join(", ")})`;
}

/** What {@link titleExpression} gave, as people read it: a closed list's entry by its label. */
export function titleWords(register: Register, title: string): Words {
  const column = register.columns[register.title];
  const label = column?.type === "choice" ? column.options[title]?.label : undefined;
  return label ?? { lv: title, en: title };
}
