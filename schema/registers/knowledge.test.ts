import { expect, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { isOutdated, knowledge, readersOf } from "./knowledge.ts";
import type { Row } from "./register.ts";
import { ROLES, type Role } from "./roles.ts";

const OWNER: Writer = { held: ["STAFF", "SERVICE_OWNER"] };
const TEXT: Row = {
  title: "Neatveras e-pakalpojums",
  solution: "1. Pārlādējiet lapu",
  level: "L1",
  reviewDue: "2027-05-01",
};
const at = (state: string, more: Row = {}): Row => ({
  ...TEXT,
  authors: ["a1"],
  edition: 1,
  ...(state === "PUBLISHED" && { publisher: "p1", publishedAt: "2026-11-01T08:00:00Z" }),
  ...more,
  state,
});
const step = (from: Row, to: string, cells: Row = {}, writer: Writer = OWNER) =>
  write(knowledge, from, { state: to, ...cells }, writer);

test(rule("KNOWLEDGE_STEPS"), () => {
  expect(write(knowledge, null, TEXT, OWNER).row).toMatchObject({ state: "DRAFT", authors: ["me"], edition: 1 });
  for (const column of ["solution", "level"])
    expect(step(at("DRAFT"), "IN_REVIEW", { [column]: null }).wrong).toEqual([`STEP_NEEDS ${column}`]);
  expect(step(at("DRAFT"), "IN_REVIEW", {}, { held: ["SERVICE_PROVIDER"] }).wrong).toEqual([]);
  expect(step(at("IN_REVIEW"), "PUBLISHED", { reviewDue: null }).wrong).toEqual(["STEP_NEEDS reviewDue"]);
  expect(step(at("IN_REVIEW"), "PUBLISHED").row).toMatchObject({ publisher: "me", publishedAt: NOW });
  for (const state of ["DRAFT", "IN_REVIEW", "PUBLISHED"]) {
    expect(step(at(state), "RETIRED").wrong).toEqual(["STEP_NEEDS retireReason"]);
    expect(step(at(state), "RETIRED", { retireReason: "Novecojis" }).wrong).toEqual([]);
  }
  // A draft is put away by its author; what is published is not.
  const author: Writer = { held: ["STAFF"], person: "a1" };
  expect(step(at("DRAFT"), "RETIRED", { retireReason: "Lieks" }, author).wrong).toEqual([]);
  expect(step(at("PUBLISHED"), "RETIRED", { retireReason: "Lieks" }, author).wrong).toEqual(["STEP_FORBIDDEN state"]);
});

test(rule("KNOWLEDGE_WHO_PUBLISHES"), () => {
  const may = new Set(["SERVICE_OWNER", "RESOURCE_OWNER", "SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"]);
  for (const role of Object.keys(ROLES) as Role[])
    expect([role, step(at("IN_REVIEW"), "PUBLISHED", {}, { held: [role] }).wrong]).toEqual([
      role,
      may.has(role) ? [] : ["STEP_FORBIDDEN state"],
    ]);
});

test(rule("KNOWLEDGE_NOT_BY_SOLE_AUTHOR"), () => {
  const sole: Writer = { ...OWNER, person: "a1", facts: { SOLE_AUTHOR: {} } };
  expect(step(at("IN_REVIEW"), "PUBLISHED", {}, sole).wrong).toEqual(["KNOWLEDGE_NOT_BY_SOLE_AUTHOR state"]);
  expect(step(at("DRAFT"), "PUBLISHED", {}, sole).wrong).toEqual(["KNOWLEDGE_NOT_BY_SOLE_AUTHOR state"]);
  expect(step(at("DRAFT"), "IN_REVIEW", {}, sole).wrong).toEqual([]);
  expect(step(at("IN_REVIEW"), "PUBLISHED").wrong).toEqual([]);
  // Who wrote it is settled before it is reviewed.
  expect(knowledge.columns.authors.lockedFrom).toBe("IN_REVIEW");
});

test(rule("KNOWLEDGE_NEW_EDITION"), () => {
  const { row, wrong } = step(at("PUBLISHED"), "DRAFT");
  expect(wrong).toEqual([]);
  expect(row).toMatchObject({ state: "DRAFT", edition: 2, publisher: null, publishedAt: null });
  expect(step(row, "PUBLISHED").row).toMatchObject({ publisher: "me", publishedAt: NOW, edition: 2 });
  // Sent back by a reviewer it stays the same edition.
  expect(step(at("IN_REVIEW"), "DRAFT").row["edition"]).toBe(1);
  for (const column of ["title", "symptom", "cause", "solution", "level"] as const)
    expect(knowledge.columns[column].lockedFrom).toBe("PUBLISHED");
});

test(rule("KNOWLEDGE_LEVEL_DECIDES_READERS"), () => {
  expect(readersOf(at("PUBLISHED", { level: "L0" }))).toBeNull();
  expect(readersOf(at("PUBLISHED", { level: "L1" }))).toEqual(["STAFF"]);
  const experts = readersOf(at("PUBLISHED", { level: "L2" }));
  expect(experts).toContain("SERVICE_PROVIDER");
  expect(experts).not.toContain("STAFF");
  expect(experts).not.toContain("FRONT_OFFICE");
  // What is not published is for those who work on it, whatever its level.
  expect(readersOf(at("DRAFT", { level: "L0" }))).not.toBeNull();
  expect(readersOf(at("DRAFT", { level: "L0" }))).not.toContain("STAFF");
});

test(rule("KNOWLEDGE_OUTDATED_AFTER_REVIEW"), () => {
  const article = at("PUBLISHED", { reviewDue: "2026-11-20" });
  expect(isOutdated(article, "2026-11-20")).toBe(false);
  expect(isOutdated(article, "2026-11-21")).toBe(true);
  expect(isOutdated({ ...article, state: "DRAFT" }, "2026-11-21")).toBe(false);
});
