import * as fc from "fast-check";
import type { Cell } from "../../schema/registers/register.ts";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";
import { FIELDS } from "./fields.ts";
import { type Act, ACTS, World } from "./world.ts";

/** A history: what two people do one after another, from a register of a few rows. */
export const histories: fc.Arbitrary<{ readonly rows: number; readonly acts: readonly Act[] }> = fc.record({
  rows: fc.integer({ min: 0, max: 5 }),
  acts: fc.array(
    fc.record({
      type: fc.constantFrom(
        ...ACTS,
        "edit",
        "edit",
        "addField",
        "addField",
        "editField",
        "editField",
        "publish",
        "refresh",
        "refresh",
        "resolve",
      ),
      sheet: fc.integer({ min: 0, max: 1 }),
      a: fc.nat(100),
      b: fc.nat(100),
    }),
    { minLength: 5, maxLength: 40 },
  ),
});

/** What a server holds in the end. */
export interface EndState {
  readonly rows: readonly {
    readonly id: string;
    readonly retired: boolean;
    readonly cells: Readonly<Record<string, Cell | undefined>>;
  }[];
  /** Every value that ever reached it, as `column|value`. */
  readonly written: ReadonlySet<string>;
}

/** Lives a history in a world; when all has come to rest, says which promises were broken. */
export async function live(
  world: World,
  history: { readonly rows: number; readonly acts: readonly Act[] },
  endState: () => Promise<EndState>,
): Promise<void> {
  await world.start(history.rows);
  for (const act of history.acts) await world.act(act);
  await world.quiesce();
  const problems = brokenPromises(world, await endState());
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

export async function liveOnReference(history: {
  readonly rows: number;
  readonly acts: readonly Act[];
}): Promise<void> {
  const server = new ReferenceServer(services);
  server.fields = FIELDS.slice(0, 1);
  const valueAt: World["valueAt"] = (row, version, column) => server.rows.get(row)?.versions[version]?.[column];
  const world = new World(server, valueAt, () => void (server.fields = FIELDS));
  await live(world, history, async () => ({
    rows: [...server.rows.values()].map((row) => ({ id: row.id, retired: row.retired, cells: server.cells(row) })),
    written: server.written,
  }));
}

const own = (cells: Readonly<Record<string, Cell | undefined>>) => FIELDS.map(({ key }) => cells[key]);

function brokenPromises(world: World, { rows, written }: EndState): readonly string[] {
  const [one, two] = world.people;
  const [first, second] = [world.picture(one), world.picture(two)];
  const living = rows.filter(({ retired }) => !retired);
  const problems = [...world.problems];
  const ids = living.map(({ id }) => id).sort();
  if ([...first.keys()].sort().join() !== ids.join()) problems.push("the first sheet's rows are not the server's");
  if ([...second.keys()].sort().join() !== ids.join()) problems.push("the second sheet's rows are not the server's");
  for (const [id, cells] of first) {
    if (second.get(id) !== cells) problems.push(`the sheets differ: ${cells} and ${String(second.get(id))}`);
  }
  for (const { id, cells } of living) {
    for (const value of [
      cells.name,
      cells.legalBasis,
      cells.holder,
      cells.lifeSituation,
      cells.costCentre,
      ...own(cells),
    ]) {
      if (value !== undefined && value !== null && !(first.get(id) ?? "").includes(JSON.stringify(value))) {
        problems.push(`the sheet lacks ${JSON.stringify(value)} of ${id}`);
      }
    }
  }
  for (const value of world.typed) {
    if (!world.givenUp.has(value) && !written.has(value)) problems.push(`lost: ${value}`);
  }
  const marks = new Map<string, number>();
  for (const { cells } of rows) {
    if (typeof cells.costCentre === "string") marks.set(cells.costCentre, (marks.get(cells.costCentre) ?? 0) + 1);
  }
  for (const [mark, times] of marks) if (times > 1) problems.push(`row ${mark} is there ${times} times`);
  for (const mark of world.marks) if (!marks.has(mark)) problems.push(`row ${mark} is lost`);
  return problems;
}
