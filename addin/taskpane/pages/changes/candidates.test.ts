import { expect, test } from "vitest";
import { named } from "./candidates.ts";

test("a chosen candidate takes the place of the ambiguous name; in a list only of that part", () => {
  expect(named("Jānis Bērziņš", "Jānis Bērziņš (D-0002)")).toBe("Jānis Bērziņš (D-0002)");
  expect(named(["Anna", "jānis  berzins", "Ilze"], "Jānis Bērziņš (D-0002)")).toEqual([
    "Anna",
    "Jānis Bērziņš (D-0002)",
    "Ilze",
  ]);
  expect(named("Anna; Serveris (vecais)", "Serveris (vecais) (R-0007)")).toEqual([
    "Anna",
    "Serveris (vecais) (R-0007)",
  ]);
});
