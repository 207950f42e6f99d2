import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated, target } from "../../addin/desk/metadata/generate.ts";
import { EXCEL_API } from "../../addin/desk/metadata/metadata.ts";

test("excel-api.json is what @types/office-js says; run `npx tsx addin/desk/metadata/generate.ts` when it is not", () => {
  expect(readFileSync(target, "utf8")).toBe(generated());
});

test("members carry their kind, their type and the API set they came with", () => {
  expect(EXCEL_API.Range?.properties.rowCount).toBe("1.1");
  expect(EXCEL_API.Worksheet?.navigation.tables).toEqual(["TableCollection", "1.1"]);
  expect(EXCEL_API.TableCollection?.item).toBe("Table");
  expect(EXCEL_API.Table?.methods.resize).toBe("1.13");
  expect(EXCEL_API.Worksheet?.events.onChanged).toBe("1.7");
});
