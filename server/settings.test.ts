import path from "node:path";
import { describe, expect, test } from "vitest";
import { BadSetting, readSettings } from "./settings.ts";

const root = path.resolve("/srv/saime");

test("nothing set: port 3000, the embedded database in .saime, sample and development sign-in on", () => {
  expect(readSettings({}, root)).toEqual({
    port: 3000,
    database: { kind: "embedded", folder: path.join(root, ".saime") },
    sample: true,
    developmentSignIn: true,
  });
});

test("every variable is read, and an empty one counts as unset", () => {
  const url = "postgresql://saime:s%40lt@db.example:5433/saime?sslmode=require";
  expect(
    readSettings(
      { PORT: "8080", DATABASE_URL: url, SAIME_SAMPLE: "off", SAIME_SIGN_IN: "on", NODE_ENV: "production" },
      root,
    ),
  ).toEqual({
    port: 8080,
    database: { kind: "postgresql", url },
    sample: false,
    developmentSignIn: true,
  });
  expect(readSettings({ PORT: " ", DATABASE_URL: "", SAIME_DATA: "data" }, root)).toMatchObject({
    port: 3000,
    database: { kind: "embedded", folder: path.join(root, "data") },
  });
});

test("in production the development sign-in is off unless asked for", () => {
  expect(readSettings({ NODE_ENV: "production" }, root).developmentSignIn).toBe(false);
});

describe("a bad value stops the start with a sentence that names variable, value and what is allowed", () => {
  test.each([
    [{ PORT: "http" }, 'PORT is "http", but it must be a whole number from 0 to 65535 (0 takes any free port).'],
    [{ PORT: "65536" }, 'PORT is "65536"'],
    [{ PORT: "-1" }, 'PORT is "-1"'],
    [{ PORT: "3e3" }, 'PORT is "3e3"'],
    [{ DATABASE_URL: "mysql://a@b/c" }, "postgresql://user:password@host:5432/database"],
    [{ DATABASE_URL: "localhost" }, 'DATABASE_URL is "localhost"'],
    [{ DATABASE_URL: "postgres://host" }, 'DATABASE_URL is "postgres://host"'],
    [{ SAIME_DATA: "https://example.org/data" }, "the path of a folder on this machine"],
    [{ SAIME_SAMPLE: "no" }, 'SAIME_SAMPLE is "no", but it must be on or off.'],
    [{ SAIME_SIGN_IN: "TRUE" }, 'SAIME_SIGN_IN is "TRUE", but it must be on or off.'],
  ])("%o", (environment, sentence) => {
    expect(() => readSettings(environment, root)).toThrow(BadSetting);
    expect(() => readSettings(environment, root)).toThrow(sentence);
  });
});

test("a password never stands in the sentence", () => {
  for (const url of ["mysql://anna:s3cret@db/x", "postgres://anna:s3c@ret@db", "anna:s3cret@db"]) {
    expect(() => readSettings({ DATABASE_URL: url }, root)).toThrow(/\*\*\*/);
    expect(() => readSettings({ DATABASE_URL: url }, root)).not.toThrow(/s3c/);
  }
});
