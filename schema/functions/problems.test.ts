import { expect, test } from "vitest";
import { LANGUAGES } from "../registers/words.ts";
import { PROBLEMS, sayProblem, type ProblemCode } from "./problems.ts";

const codes = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => code !== "REFUSED");

test.each(codes)("%s is a whole sentence in both languages, with and without what may be meant", (code) => {
  for (const language of LANGUAGES)
    for (const near of [[], ["Pieejamība (KPI-0002)"], [{ lv: "Mēnesis", en: "Month" }]]) {
      const said = sayProblem({ code, name: "KPI-2", near }, language);
      expect(said).toMatch(/^\S.*[.?]$/);
      expect(said).not.toMatch(/[{}]|undefined|\[object/);
    }
});

test("what may be meant is asked after a sentence, and listed inside one", () => {
  expect(sayProblem({ code: "UNKNOWN_KPI", name: "KPI-2", near: ["Pieejamība (KPI-0002)"] }, "lv")).toBe(
    "Rādītāja “KPI-2” nav. Vai domājāt: Pieejamība (KPI-0002)? Ierakstiet rādītāja kodu no reģistra “Rādītāji”.",
  );
  expect(sayProblem({ code: "AMBIGUOUS", name: "Karte", near: ["PK-1", "PK-2"] }, "en")).toBe(
    "Several are named “Karte”: PK-1, PK-2. Write the code.",
  );
  const words = { lv: "Savi vārdi.", en: "Words of its own." };
  expect(sayProblem({ code: "REFUSED", words }, "lv")).toBe(words.lv);
});

test("a name with what looks like a placeholder stays as it was typed", () => {
  expect(sayProblem({ code: "NO_TARGET", name: "$& {near}" }, "en")).toContain("“$& {near}”");
});
