import type { Column, Register } from "../../schema/registers/register.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { sqlName } from "../store/sql-names.ts";

/** Prisma's models of registers, as their declarations say them. `server/store/models.ts` proves that the two agree. */

const TYPES: Readonly<Record<Column["type"], string>> = {
  text: "String",
  link: "String",
  choice: "String",
  choices: "String[]",
  reference: "String",
  references: "String[]",
  date: "DateTime",
  datetime: "DateTime",
  integer: "Int",
  number: "Decimal",
  boolean: "Boolean",
};
const KEPT: Readonly<Partial<Record<Column["type"], string>>> = {
  reference: "@db.Uuid",
  references: "@db.Uuid",
  date: "@db.Date",
  datetime: "@db.Timestamptz(0)",
};
const SYSTEM = `  id            String    @id @db.Uuid
  institutionId String    @map("institution_id") @db.Uuid
  version       Int
  feed          BigInt
  createdAt     DateTime  @map("created_at") @db.Timestamptz(3)
  createdBy     String    @map("created_by") @db.Uuid
  updatedAt     DateTime  @map("updated_at") @db.Timestamptz(3)
  updatedBy     String    @map("updated_by") @db.Uuid
  retiredAt     DateTime? @map("retired_at") @db.Timestamptz(3)
  custom        Json      @default("{}")`;

/** The model of one register. */
export function modelText(register: Register): string {
  const columns = Object.entries(register.columns);
  // Rows are asked for by what they refer to; people are referred to by too many for an index to pay.
  const asked = columns.filter(([, column]) => column.type === "reference" && !targetsOf(column.to).includes("people"));
  return `model ${register.type} {
${SYSTEM}

${columns.map(([key, column]) => field(register, key, column)).join("\n")}

  institution Institution @relation(fields: [institutionId], references: [id])

  @@unique([institutionId, ${register.code.column}])
  @@index([institutionId, feed, id])
${asked.map(([key]) => `  @@index([${key}])\n`).join("")}  @@map("${sqlName(register.type)}")
}
`;
}

function field(register: Register, key: string, column: Column): string {
  const list = column.type === "choices" || column.type === "references";
  const always = column.required ?? (key === register.code.column || key === register.lifecycle?.column);
  const map = sqlName(key) === key ? [] : [`@map("${sqlName(key)}")`];
  const kept = KEPT[column.type];
  return [`  ${key}`, TYPES[column.type] + (list || always ? "" : "?"), ...map, ...(kept ? [kept] : [])].join(" ");
}

const OPEN = "// ── Registers, written by `npm run models` from schema/registers ──";
const RELATIONS = "  // Registers, written by `npm run models`.";

/** `schema.prisma` with the models of all registers in their place, and the institution's lists of them. */
export function withModels(schema: string, registers: readonly Register[]): string {
  const head = schema.slice(0, schema.includes(OPEN) ? schema.indexOf(OPEN) : schema.length).trimEnd();
  const lists = registers.map(({ key, type }) => `  ${key} ${type}[]`).join("\n");
  const related = head.replace(
    /( {2}\/\/ Registers, written by `npm run models`\.\n)[^@]*?\n\n/,
    `${RELATIONS}\n${lists}\n\n`,
  );
  return `${related}\n\n${OPEN}\n\n${registers.map(modelText).join("\n")}`;
}
