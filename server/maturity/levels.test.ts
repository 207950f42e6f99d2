import { describe, expect, test } from "vitest";
import { PROCESSES, type ProcessKey } from "../../schema/registers/process-list.ts";
import { levelOf, levelsMarked } from "./levels.ts";

/** Table 3 of the guide to the processes as it is printed: a line a process, columns 1 to 5. */
const PRINTED = `
APPLICATIONS     |   | O | O | O | O |
SERVICE_REQUESTS |   | O | O | O | O |
INCIDENTS        |   |   | V | O | O |
PROBLEMS         |   |   | V | O | O |
CHANGES          |   |   | V | O | O |
CONFIGURATION    |   | V | O | O | O |
SERVICE_LEVELS   |   | V | O | O | O |
CAPACITY         |   |   |   | V | O |
AVAILABILITY     |   |   |   | V | O |
CONTINUITY       |   |   |   | V | O |
FINANCES         |   |   |   | V | O |
IMPROVEMENT      |   |   | V | V | O |`;

const TABLE = PRINTED.trim()
  .split("\n")
  .map((line) => {
    const [process = "", ...marks] = line.split("|").map((cell) => cell.trim());
    return { process: process as ProcessKey, marks };
  });

/** The table read plainly: the last column in which, as in all before it, everything marked O is there. */
function printedLevel(inPlace: ReadonlySet<string>): number {
  const met = [0, 1, 2, 3, 4].map((column) =>
    TABLE.every(({ process, marks }) => marks[column] !== "O" || inPlace.has(process)),
  );
  const failed = met.indexOf(false);
  return failed === -1 ? 5 : failed;
}

describe("the maturity level", () => {
  test("has every process of the table and its marks where they stand", () => {
    expect(TABLE.map(({ process }) => process)).toEqual(Object.keys(PROCESSES));
    for (const { process, marks } of TABLE) {
      for (const mark of ["O", "V"] as const) {
        expect(levelsMarked(process, mark), `${process} ${mark}`).toEqual(
          [1, 2, 3, 4, 5].filter((level) => marks[level - 1] === mark),
        );
      }
    }
  });

  test("is what the table says for each of the 4,096 sets of processes in place", () => {
    const keys = TABLE.map(({ process }) => process);
    const seen = new Set<number>();
    for (let bits = 0; bits < 2 ** keys.length; bits++) {
      const inPlace = new Set(keys.filter((_key, at) => bits & (1 << at)));
      const level = levelOf(inPlace);
      seen.add(level);
      if (level !== printedLevel(inPlace)) expect.fail(`${[...inPlace].join()} gives ${level}`);
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
