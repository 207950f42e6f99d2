import { describe, expect, test } from "vitest";
import { services } from "../../registers/services.ts";
import { conditionsOf } from "./filter.ts";
import { orderOf } from "./order.ts";

const ID = "11111111-1111-4111-8111-111111111111";

describe("a filter", () => {
  test("becomes conditions that must all hold", () => {
    expect(
      conditionsOf(services, {
        name: { contains: "pase" },
        deliveredSince: { gte: "2020-01-01", lte: "2020-12-31" },
        kind: { in: ["CORE", "SUPPORT"] },
        owner: { eq: ID },
        providers: { contains: ID },
        link: { isNull: false },
      }),
    ).toEqual([
      { column: "name", op: "contains", value: "pase" },
      { column: "deliveredSince", op: "gte", value: "2020-01-01" },
      { column: "deliveredSince", op: "lte", value: "2020-12-31" },
      { column: "kind", op: "in", value: ["CORE", "SUPPORT"] },
      { column: "owner", op: "eq", value: ID },
      { column: "providers", op: "contains", value: ID },
      { column: "link", op: "isNull", value: false },
    ]);
  });

  test("that says nothing lets every row through", () => {
    expect(conditionsOf(services, null)).toEqual([]);
    expect(conditionsOf(services, {})).toEqual([]);
    expect(conditionsOf(services, { name: null, code: {} })).toEqual([]);
  });

  test("eq null asks for empty cells; another null is never taken for no condition", () => {
    expect(conditionsOf(services, { owner: { eq: null } })).toEqual([{ column: "owner", op: "isNull", value: true }]);
    for (const asked of [{ in: null }, { contains: null }, { isNull: null }]) {
      expect(() => conditionsOf(services, { name: asked })).toThrow(/must not be null/);
    }
  });

  test("takes no endless list and no id that is none", () => {
    expect(() => conditionsOf(services, { code: { in: Array.from({ length: 1_001 }, String) } })).toThrow(/at most/);
    expect(() => conditionsOf(services, { owner: { in: [ID, "x"] } })).toThrow(/UUID/);
  });
});

describe("an order", () => {
  test("ends with the code, so that pages never overlap", () => {
    expect(orderOf(services, null)).toEqual([{ column: "code", direction: "ASC" }]);
    expect(orderOf(services, [{ column: "stage", direction: "DESC" }])).toEqual([
      { column: "stage", direction: "DESC" },
      { column: "code", direction: "ASC" },
    ]);
    expect(orderOf(services, [{ column: "code", direction: "DESC" }])).toHaveLength(1);
  });

  test("takes no endless list", () => {
    expect(() => orderOf(services, Array(6).fill({ column: "name", direction: "ASC" }))).toThrow(/at most/);
  });
});
