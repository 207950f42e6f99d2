import { expect, test } from "vitest";
import { ABOUT } from "./about.ts";
import { findRegister } from "./catalogue.ts";
import { TARGET_GROUPS, targetsOf } from "./targets.ts";

test("what records are about are references to services and resources", () => {
  for (const [key, column] of Object.entries(ABOUT)) {
    if (column === "id") {
      expect(TARGET_GROUPS.subjects).toContain(key);
      continue;
    }
    const declared = findRegister(key)?.columns[column];
    const to = declared?.type === "reference" || declared?.type === "references" ? targetsOf(declared.to) : [];
    expect(to.length, `${key}.${column}`).toBeGreaterThan(0);
    for (const target of to) expect(TARGET_GROUPS.subjects, `${key}.${column}`).toContain(target);
  }
});
