import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListQuery, Place } from "../context.ts";
import { connectionOf, LARGEST_PAGE, type PageArgs, USUAL_PAGE, windowOf } from "./paging.ts";

const ORDER: ListQuery["orderBy"] = [{ column: "name", direction: "ASC" }];
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A row that stands where its number does; rows alike in the order stand by their ids. */
interface Row {
  readonly number: number;
  readonly place: Place;
}
const rowOf = (number: number): Row => ({
  number,
  place: { values: [String(Math.floor(number / 3)).padStart(3, "0")], id: idOf(number) },
});
const numberOf = (place: Place) => Number(place.id.slice(-12));

/** Reads a page of `all` as the resolver and the database do. */
function read(all: readonly number[], args: PageArgs) {
  const window = windowOf(args, ORDER);
  const { after, before, backward, limit } = window;
  const between = [...all]
    .sort((a, b) => a - b)
    .filter((one) => (!after || one > numberOf(after)) && (!before || one < numberOf(before)));
  const picked = backward ? between.slice(Math.max(0, between.length - limit)) : between.slice(0, limit);
  const found = { rows: picked.map(rowOf), total: all.length, more: between.length > limit };
  return connectionOf(found, window, ORDER);
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const given = ({ edges }: ReturnType<typeof read>) => edges.map(({ node }) => node.number);

/** Reads page after page; `between` may change the rows before the next one. */
function readAll(
  rows: readonly number[],
  size: number,
  backward: boolean,
  between: (rows: readonly number[], page: number) => readonly number[] = (same) => same,
): number[] {
  const seen: number[] = [];
  let cursor: string | null = null;
  for (let page = 0; ; page++) {
    const answer: ReturnType<typeof read> = read(
      rows,
      backward ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    expect(answer.totalCount).toBe(rows.length);
    if (backward) seen.unshift(...given(answer));
    else seen.push(...given(answer));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = answer.pageInfo;
    if (!(backward ? hasPreviousPage : hasNextPage)) return seen;
    cursor = backward ? startCursor : endCursor;
    rows = between(rows, page);
  }
}

describe("pages", () => {
  test.each([false, true])("one after another give every row once and in order (backward: %s)", (backward) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, size) => {
        expect(readAll(numbers(count), size, backward)).toEqual(numbers(count));
      }),
    );
  });

  test("rows that come and go between two pages repeat and skip no other", () => {
    const pages = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.boolean(), pages, (size, backward, changes) => {
        // Even numbers stay; odd ones come, or go if they are there.
        const stay = numbers(50).map((one) => one * 2);
        const seen = readAll(stay, size, backward, (rows, page) => {
          const turned = new Set((changes[page] ?? []).filter((one) => one % 2 === 1));
          return [...rows.filter((one) => !turned.has(one)), ...[...turned].filter((one) => !rows.includes(one))];
        });
        expect(seen.filter((one) => one % 2 === 0)).toEqual(stay);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
      }),
    );
  });

  test("between two cursors only what lies between is given", () => {
    const all = numbers(10);
    const { edges } = read(all, {});
    const [after, before] = [edges[2]?.cursor, edges[6]?.cursor];
    expect(given(read(all, { after, before }))).toEqual([3, 4, 5]);
    expect(given(read(all, { after, before, first: 2 }))).toEqual([3, 4]);
    expect(given(read(all, { after, before, last: 2 }))).toEqual([4, 5]);
    expect(given(read(all, { after: before, before: after }))).toEqual([]);
    expect(read(all, { after, before }).pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(read(all, {}).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test("without a size a usual page is given; none is larger than the largest", () => {
    expect(windowOf({}, ORDER)).toEqual({ limit: USUAL_PAGE, backward: false });
    expect(windowOf({ first: LARGEST_PAGE }, ORDER).limit).toBe(LARGEST_PAGE);
    for (const args of [
      { first: LARGEST_PAGE + 1 },
      { last: LARGEST_PAGE + 1 },
      { first: -1 },
      { first: 1, last: 1 },
    ]) {
      expect(() => windowOf(args, ORDER)).toThrow(/not valid/);
    }
  });

  test("a cursor that was not given by an earlier page in the same order is refused", () => {
    const cursor = read(numbers(3), {}).pageInfo.endCursor!;
    expect(windowOf({ after: cursor }, ORDER).after).toEqual(rowOf(2).place);
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const order of [
      [{ column: "name", direction: "DESC" }],
      [{ column: "code", direction: "ASC" }],
      [],
    ] as const) {
      expect(() => windowOf({ after: cursor }, order)).toThrow(/cursor/);
    }
    const strange = [
      "",
      "x",
      Buffer.from("row:3").toString("base64url"),
      made({}),
      made(["name ASC", "a"]),
      made(["name ASC", "a", "no id"]),
      made(["name ASC", 1, idOf(1)]),
      made(["name ASC", "a", "b", idOf(1)]),
    ];
    for (const one of strange) {
      expect(() => windowOf({ after: one }, ORDER)).toThrow(/cursor/);
      expect(() => windowOf({ before: one }, ORDER)).toThrow(/cursor/);
    }
  });
});
