import type { Register } from "../../../schema/registers/register.ts";
import type { ColumnMapping, ImportPlan } from "../importing.ts";
import type { MemoryPort } from "./port.ts";
import { fold } from "./text.ts";
import { v5 } from "uuid";

/** A mapping kept by headings, not by places: the source may have its columns moved. */
interface Remembered {
  readonly version: 1;
  readonly columns: Readonly<Record<string, RememberedColumn>>;
  readonly key: readonly string[];
  readonly dateOrder: ImportPlan["dateOrder"];
  readonly emptyCells: NonNullable<ImportPlan["emptyCells"]>;
}
type RememberedColumn =
  { readonly heading: string; readonly mapping: ColumnMapping } | { readonly mapping: ColumnMapping };

const SPACE = "b1f0a0a4-96f1-4c5b-8f54-0f3c5c6b7a20";

/** Headings made different from each other: a second `Datums` is `datums#2`. */
function named(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((text) => {
    const name = fold(text);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

/** The key under which a mapping of these headings is kept; the order of the columns does not matter. */
export function signature(register: string, headings: readonly string[]): string {
  return `saime.import.${register}.${v5(JSON.stringify([...named(headings)].sort()), SPACE)}`;
}

export async function remember(memory: MemoryPort, plan: ImportPlan, headings: readonly string[]): Promise<void> {
  const names = named(headings);
  if (names.every((name) => name === "")) return;
  const columns = Object.fromEntries(
    Object.entries(plan.mapping).map(([key, mapping]): [string, RememberedColumn] =>
      mapping.from === "COLUMN" ? [key, { heading: names[mapping.index] ?? "", mapping }] : [key, { mapping }],
    ),
  );
  const kept: Remembered = {
    version: 1,
    columns,
    key: plan.key,
    dateOrder: plan.dateOrder,
    emptyCells: plan.emptyCells ?? "KEEP",
  };
  await memory.save(signature(plan.register, headings), JSON.stringify(kept));
}

/** The mapping a person confirmed for these headings before, with today's places; null when there is none. */
export async function recall(
  memory: MemoryPort,
  register: Register,
  headings: readonly string[],
): Promise<Pick<ImportPlan, "mapping" | "key" | "dateOrder" | "emptyCells"> | null> {
  const names = named(headings);
  if (names.every((name) => name === "")) return null;
  const text = await memory.load(signature(register.key, headings));
  const kept = text === null ? null : parse(text);
  if (!kept) return null;
  const mapping: Record<string, ColumnMapping> = {};
  for (const key of Object.keys(register.columns)) {
    const column = kept.columns[key];
    if (!column) continue;
    const index = "heading" in column ? names.indexOf(column.heading) : -1;
    if (column.mapping.from !== "COLUMN") mapping[key] = column.mapping;
    else mapping[key] = index < 0 ? { from: "NONE" } : { ...column.mapping, index };
  }
  const usable = kept.key.filter((key) => key in mapping);
  return { mapping, key: usable, dateOrder: kept.dateOrder, emptyCells: kept.emptyCells };
}

/** What was kept, or null when it is not what this version keeps: a memory may be lost, never trusted blindly. */
function parse(text: string): Remembered | null {
  try {
    const kept: unknown = JSON.parse(text);
    const sound =
      typeof kept === "object" && kept !== null && "version" in kept && kept.version === 1 && "columns" in kept;
    return sound ? (kept as Remembered) : null;
  } catch {
    return null;
  }
}
