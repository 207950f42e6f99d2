import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { OPTIONAL_APIS, REQUIREMENTS } from "../../manifests/config.ts";
import { compareVersions, usedApis, type UsedApi } from "./used-apis.ts";

const used = usedApis(["addin/workbook", "addin/sync", "addin/taskpane"]);
const required = REQUIREMENTS.find(({ name }) => name === "ExcelApi")?.minVersion ?? "0";
const isOptional = ({ member }: UsedApi) => Object.hasOwn(OPTIONAL_APIS, member);

test("the manifest asks for the Excel that the add-in's code needs: no less, and no more", () => {
  const needed = used.filter((api) => !isOptional(api));
  expect(needed.length).toBeGreaterThan(20);
  expect(needed.filter(({ version }) => version === null)).toEqual([]);
  const most = needed.reduce(
    (top, { version }) => (compareVersions(version ?? "0", top) > 0 ? (version ?? top) : top),
    "0",
  );
  const newest = needed.filter(({ version }) => version === most).map(({ member, file }) => `${member} (${file})`);
  expect(required, `newest: ${newest.join(", ")}`).toBe(most);
});

test("what is newer than that is used only in files that ask whether this Excel has it", () => {
  for (const [member, version] of Object.entries(OPTIONAL_APIS)) {
    const places = used.filter((api) => api.member === member);
    expect(places.length, `${member} is not used any more`).toBeGreaterThan(0);
    expect(compareVersions(version, required), member).toBeGreaterThan(0);
    for (const place of places) {
      expect(place.version, member).toBe(version);
      const text = readFileSync(fileURLToPath(new URL(`../../${place.file}`, import.meta.url)), "utf8");
      expect(text, `${place.file} uses ${member}`).toContain(`isSetSupported("ExcelApi", "${version}")`);
    }
  }
});
