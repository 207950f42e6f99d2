import { describe, expect, it } from "vitest";
import { isUuid } from "./uuid.ts";

const ID = "0190a8f2-3c1e-7b44-9d0a-5e6f7a8b9c0d";

describe("a row or batch is named by a UUID", () => {
  it("in either case", () => {
    expect(isUuid(ID)).toBe(true);
    expect(isUuid(ID.toUpperCase())).toBe(true);
  });

  it.each(["", "row-1", ` ${ID}`, `${ID}\n`, `{${ID}}`, ID.replaceAll("-", ""), ID.replace("a", "g")])(
    "and by nothing else: %j",
    (text) => expect(isUuid(text)).toBe(false),
  );
});
