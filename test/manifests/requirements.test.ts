import { expect, test } from "vitest";
import { REQUIREMENTS } from "../../manifests/config.ts";
import { compareVersions, usedApis } from "./used-apis.ts";

test("the manifest asks for the Excel that the add-in's code needs: no less, and no more", { timeout: 120_000 }, () => {
  const used = usedApis(["addin/workbook"]);
  expect(used.length).toBeGreaterThan(50);
  // Members of a preview or of one platform only: ordinary Excel has none of them.
  expect(used.filter(({ version }) => version === null)).toEqual([]);

  const newest = used.reduce(
    (top, { version }) => (compareVersions(version ?? "0", top) > 0 ? (version ?? top) : top),
    "0",
  );
  const why = used.filter(({ version }) => version === newest).map(({ member, file }) => `${member} in ${file}`);
  const required = REQUIREMENTS.find(({ name }) => name === "ExcelApi")?.minVersion;
  expect(required, why.join(", ")).toBe(newest);
});
