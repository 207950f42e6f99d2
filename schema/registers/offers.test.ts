import { expect, test } from "vitest";
import { incidents } from "./incidents.ts";
import { knowledge } from "./knowledge.ts";
import { offersOf } from "./offers.ts";
import type { Row } from "./register.ts";
import { USUAL_SETTINGS } from "./settings.ts";

const row: Row = {
  ...{ title: "Portāls neatveras", subject: "s", source: "PERSON", detectedAt: "2026-01-06T08:00:00Z" },
  ...{ registeredAt: "2026-01-06T08:05:00Z", reactedAt: "2026-01-06T08:06:00Z", category: "c", impact: "I1" },
  ...{ urgency: "U1", priority: "P1", outage: "FULL", major: true, state: "CLASSIFIED" },
};
const moment = { now: "2026-01-06T09:00:00Z", today: "2026-01-06", person: "p", settings: USUAL_SETTINGS };
const offer = (cells: Row, intent: string) =>
  offersOf(incidents, cells, { person: "p", held: ["RESOURCE_OWNER"], fact: () => null }, moment).find(
    (one) => one.intent === intent,
  );

test("a step whose rule wants an empty cell is offered with that cell to fill in, beside those that it needs anyhow", () => {
  expect(offer(row, "diagnoseIncident")).toMatchObject({ allowed: true, needs: ["assignee", "coordinator"] });
  expect(offer({ ...row, assignee: "a" }, "diagnoseIncident")).toMatchObject({ allowed: true, needs: ["coordinator"] });
});

test("what no cell of the row will answer, such as four eyes, is told before anything is filled in", () => {
  const article: Row = { title: "x", solution: "y", level: "L1", authors: ["p"], state: "IN_REVIEW" };
  const asker = {
    person: "p",
    held: ["RESOURCE_OWNER"] as const,
    fact: (name: string) => (name === "SOLE_AUTHOR" ? {} : null),
  };
  const publishing = offersOf(knowledge, article, asker, moment).find((one) => one.intent === "publishArticle");
  expect(publishing).toMatchObject({ allowed: false, needs: ["reviewDue"] });
  expect(publishing?.refusals[0]?.rule).toBe("KNOWLEDGE_NOT_BY_SOLE_AUTHOR");
});

test("what may be told with a step is offered with it", () => {
  const resolving = { ...row, state: "RESOLVING", assignee: "a", coordinator: "b" };
  expect(offer(resolving, "resolveIncident")?.takes).toEqual(["resolvedLevel", "knowledge"]);
});

test("a rule about a cell that is filled in stands in the way", () => {
  const closing = { ...row, state: "RESOLVED", assignee: "a", coordinator: "b", resolver: "r", resolution: "FIX" };
  const filled = { ...closing, workDone: "x", restoredAt: "2026-01-06T08:30:00Z", review: "x", lessons: 0 };
  expect(offer({ ...filled, confirmed: false }, "closeIncident")).toMatchObject({ allowed: false, needs: [] });
});
