import { describe, expect, test } from "vitest";
import type { Register } from "../../schema/registers/register.ts";
import { beyond, placeOf } from "./keyset.ts";

/** Of a declaration only what pages look at; types that the API's tests of services do not meet. */
const register = {
  code: { column: "code" },
  columns: {
    code: { type: "text", required: true },
    critical: { type: "boolean" },
    share: { type: "number" },
    at: { type: "datetime" },
  },
} as unknown as Register;
const ID = "00000000-0000-4000-8000-000000000001";
const decimal = (text: string) => ({ toFixed: () => text, toString: () => "1e-8" });

/** The conditions on the one column, after the row or before it; the last of all is the id's. */
const further = (column: string, value: unknown, side: "AFTER" | "BEFORE", direction: "ASC" | "DESC" = "ASC") => {
  const order = [{ column, direction }];
  const { OR } = beyond(register, order, placeOf(order, { id: ID, [column]: value }), side) as { OR: object[] };
  return OR;
};
const alike = (column: string, value: unknown, side: "gt" | "lt") => ({
  AND: [{ [column]: { equals: value } }, { id: { [side]: ID } }],
});

describe("what stands beyond a row", () => {
  test("truth values: false before true before nothing", () => {
    const empty = { critical: null };
    expect(further("critical", false, "AFTER")).toEqual([
      { AND: [{ OR: [{ critical: { equals: true } }, empty] }] },
      alike("critical", false, "gt"),
    ]);
    expect(further("critical", true, "AFTER")).toEqual([{ AND: [empty] }, alike("critical", true, "gt")]);
    expect(further("critical", true, "BEFORE")).toEqual([
      { AND: [{ critical: { equals: false } }] },
      alike("critical", true, "lt"),
    ]);
    expect(further("critical", false, "BEFORE")).toEqual([alike("critical", false, "lt")]);
    expect(further("critical", null, "AFTER")).toEqual([alike("critical", null, "gt")]);
    expect(further("critical", null, "BEFORE")).toEqual([{ AND: [{ NOT: empty }] }, alike("critical", null, "lt")]);
    expect(further("critical", null, "AFTER", "DESC")).toEqual([
      { AND: [{ NOT: empty }] },
      alike("critical", null, "gt"),
    ]);
  });

  test("a decimal keeps every digit, an instant its milliseconds", () => {
    expect(further("share", decimal("0.00000001"), "BEFORE")[0]).toEqual({ AND: [{ share: { lt: "0.00000001" } }] });
    const at = new Date("2026-11-21T10:00:00.123Z");
    expect(further("at", at, "BEFORE")[0]).toEqual({ AND: [{ at: { lt: at } }] });
  });

  test("nothing is looked for where there is always something", () => {
    expect(further("code", "A", "AFTER")).toEqual([{ AND: [{ code: { gt: "A" } }] }, alike("code", "A", "gt")]);
  });
});
