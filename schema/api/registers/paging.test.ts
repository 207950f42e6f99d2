import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectionOf, LARGEST_PAGE, needsTotal, type PageArgs, USUAL_PAGE, windowOf } from "./paging.ts";

/** Reads a page of `all` as the resolver does. */
function read(all: readonly number[], args: PageArgs) {
  const window = windowOf(args, needsTotal(args) ? all.length : undefined);
  return connectionOf(all.slice(window.offset, window.offset + window.limit), window, all.length);
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("pages", () => {
  test("forwards, page after page, give every row once and in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, first) => {
        const seen: number[] = [];
        let after: string | null = null;
        for (;;) {
          const { edges, pageInfo, totalCount } = read(numbers(count), { first, after });
          expect(totalCount).toBe(count);
          seen.push(...edges.map(({ node }) => node));
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        expect(seen).toEqual(numbers(count));
      }),
    );
  });

  test("backwards, page before page, give every row once and in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, last) => {
        const seen: number[] = [];
        let before: string | null = null;
        for (;;) {
          const { edges, pageInfo } = read(numbers(count), { last, before });
          seen.unshift(...edges.map(({ node }) => node));
          if (!pageInfo.hasPreviousPage) break;
          before = pageInfo.startCursor;
        }
        expect(seen).toEqual(numbers(count));
      }),
    );
  });

  test("between two cursors only what lies between is given", () => {
    const all = numbers(10);
    const { edges } = read(all, {});
    const [after, before] = [edges[2]?.cursor, edges[6]?.cursor];
    expect(read(all, { after, before }).edges.map(({ node }) => node)).toEqual([3, 4, 5]);
    expect(read(all, { after, before, first: 2 }).edges.map(({ node }) => node)).toEqual([3, 4]);
    expect(read(all, { after, before, last: 2 }).edges.map(({ node }) => node)).toEqual([4, 5]);
    expect(read(all, { after: before, before: after }).edges).toEqual([]);
  });

  test("without a size a usual page is given; none is larger than the largest", () => {
    expect(windowOf({})).toEqual({ offset: 0, limit: USUAL_PAGE });
    expect(windowOf({ first: LARGEST_PAGE }).limit).toBe(LARGEST_PAGE);
    for (const args of [
      { first: LARGEST_PAGE + 1 },
      { last: LARGEST_PAGE + 1 },
      { first: -1 },
      { first: 1, last: 1 },
    ]) {
      expect(() => windowOf(args, 5)).toThrow(/not valid/);
    }
  });

  test("a cursor that was not given by an earlier page is refused", () => {
    for (const cursor of [
      "",
      "x",
      Buffer.from("row:-1").toString("base64url"),
      Buffer.from("row:1e3").toString("base64"),
    ]) {
      expect(() => windowOf({ after: cursor })).toThrow(/cursor/);
    }
  });
});
