import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FACTS } from "../../../schema/registers/facts.ts";

test("every fact is asked of a real store by the tests here", () => {
  const here = new URL(".", import.meta.url);
  const tests = readdirSync(here).map((file) => readFileSync(new URL(file, here), "utf8"));
  const asked = (name: string) => tests.some((text) => text.includes(`"${name}"`));
  expect(Object.keys(FACTS).filter((name) => !asked(name))).toEqual([]);
});
