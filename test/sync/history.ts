import * as fc from "fast-check";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";
import { type Act, ACTS, World } from "./world.ts";

/** A history: what two people do one after another, from a register of a few rows. */
export const histories: fc.Arbitrary<{ readonly rows: number; readonly acts: readonly Act[] }> = fc.record({
  rows: fc.integer({ min: 0, max: 5 }),
  acts: fc.array(
    fc.record({
      type: fc.constantFrom(...ACTS, "edit", "edit", "publish", "refresh", "refresh", "resolve"),
      sheet: fc.integer({ min: 0, max: 1 }),
      a: fc.nat(100),
      b: fc.nat(100),
    }),
    { minLength: 5, maxLength: 40 },
  ),
});

/** Lives a history against the reference server and throws an error that says which promise was broken. */
export async function liveOnReference(history: {
  readonly rows: number;
  readonly acts: readonly Act[];
}): Promise<void> {
  const server = new ReferenceServer(services);
  const world = new World(server, (row, version, column) => server.rows.get(row)?.versions[version]?.[column]);
  await world.start(history.rows);
  for (const act of history.acts) await world.act(act);
  await world.quiesce();

  const [one, two] = world.people;
  const [first, second] = [world.picture(one), world.picture(two)];
  const living = [...server.rows.values()].filter(({ retired }) => !retired);
  const problems = [...world.problems];
  const ids = living.map(({ id }) => id).sort();
  if ([...first.keys()].sort().join() !== ids.join()) problems.push("the first sheet's rows are not the server's");
  if ([...second.keys()].sort().join() !== ids.join()) problems.push("the second sheet's rows are not the server's");
  for (const [id, cells] of first) {
    if (second.get(id) !== cells) problems.push(`the sheets differ: ${cells} and ${String(second.get(id))}`);
  }
  for (const row of living) {
    const cells = server.cells(row);
    for (const value of [cells.name, cells.calendar, cells.holder, cells.lifeSituation, cells.costCentre]) {
      if (value !== undefined && value !== null && !(first.get(row.id) ?? "").includes(JSON.stringify(value))) {
        problems.push(`the sheet lacks ${JSON.stringify(value)} of ${row.id}`);
      }
    }
  }
  for (const value of world.typed) {
    if (!world.givenUp.has(value) && !server.written.has(value)) problems.push(`lost: ${value}`);
  }
  const marks = new Map<string, number>();
  for (const row of server.rows.values()) {
    const mark = String(server.cells(row).costCentre);
    marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  for (const [mark, times] of marks)
    if (mark !== "null" && times > 1) problems.push(`row ${mark} is there ${times} times`);
  for (const mark of world.marks) if (!marks.has(mark)) problems.push(`row ${mark} is lost`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
