import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentFunctions } from "./docs.ts";

test("docs/functions.md has the table that the declarations say", () => {
  const page = readFileSync(new URL("../../docs/functions.md", import.meta.url), "utf8");
  expect(page).toContain(`\n${documentFunctions()}\n`);
});
