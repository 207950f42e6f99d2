import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../schema/registers/words.ts";
import { ModelError } from "./error.ts";
import { REASONS } from "./reasons.ts";
import { WorkbookModel } from "./workbook.ts";

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("reasons why the workbook refuses something", () => {
  it.each(Object.entries(REASONS))("%s is said in both languages, with the same placeholders", (_reason, words) => {
    for (const language of LANGUAGES) expect(words[language]).toMatch(/^\S.*[^.]\.$/s);
    expect(words.lv).not.toBe(words.en);
    expect(placeholders(words.lv)).toEqual(placeholders(words.en));
  });

  it("are filled in, and tell office.js the English text", () => {
    const model = new WorkbookModel();
    const sheet = model.activeSheet.id;
    const rename = () => model.apply({ type: "renameSheet", sheet, name: "a/b" }, "person");
    expect(rename).toThrow(ModelError);
    try {
      rename();
    } catch (error) {
      expect(error).toMatchObject({
        code: "InvalidArgument",
        reason: "sheetName",
        message: "A sheet cannot be named “a/b”.",
        words: { lv: "Lapu nevar nosaukt “a/b”.", en: "A sheet cannot be named “a/b”." },
      });
    }
  });
});
