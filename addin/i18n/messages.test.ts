import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../schema/registers/words.ts";
import type { Message, Plural } from "./message.ts";
import { catalogue } from "./messages/catalogue.ts";

const FORMS = { lv: ["one", "other", "zero"], en: ["one", "other"] } as const;
const all = Object.entries(catalogue).flatMap(([group, messages]) =>
  Object.entries(messages).map(([key, message]): [string, Message] => [`${group}.${key}`, message]),
);

const textsOf = (forms: string | Plural): readonly string[] =>
  typeof forms === "string" ? [forms] : Object.values(forms);
const placeholders = (forms: string | Plural) =>
  [...new Set(textsOf(forms).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1])))].sort();

describe("messages", () => {
  it("exist in both languages and are never empty", () => {
    expect(all.length).toBeGreaterThan(100);
    for (const [name, message] of all) {
      expect(Object.keys(message).sort(), name).toEqual([...LANGUAGES].sort());
      for (const language of LANGUAGES)
        for (const text of textsOf(message[language])) expect(text.trim(), `${name}.${language}`).not.toBe("");
    }
  });

  it("have the same placeholders in both languages", () => {
    for (const [name, message] of all) expect(placeholders(message.lv), name).toEqual(placeholders(message.en));
  });

  it("have exactly the plural forms their language needs, in both languages or in neither", () => {
    for (const [name, message] of all) {
      expect(typeof message.lv, name).toBe(typeof message.en);
      for (const language of LANGUAGES) {
        const forms = message[language];
        if (typeof forms === "string") continue;
        expect(Object.keys(forms).sort(), `${name}.${language}`).toEqual(FORMS[language]);
        expect(placeholders(forms), name).toContain("count");
      }
    }
  });

  it("use typographic quotes and no double spaces", () => {
    for (const [name, message] of all)
      for (const language of LANGUAGES)
        for (const text of textsOf(message[language])) expect(text, name).not.toMatch(/["]|\s{2}|\.\.\./);
  });
});
