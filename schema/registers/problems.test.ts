import { expect, test } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { problems } from "./problems.ts";
import type { Row } from "./register.ts";

const OWNER: Writer = { held: ["STAFF", "SERVICE_OWNER"] };
const EARLIER = "2026-11-01T08:00:00Z";
const KNOWN: Row = { rootCause: "Bojāts disks", knowledge: ["k1"] };
const at = (state: string, more: Row = {}): Row => ({
  title: "Serveris apstājas",
  subject: "r1",
  category: "c1",
  impact: "I2",
  urgency: "U2",
  priority: "P2",
  registeredAt: EARLIER,
  assignee: "a1",
  ...(["KNOWN_ERROR", "CHANGE_RAISED", "RESOLVED", "CLOSED"].includes(state) && { ...KNOWN, knownErrorAt: EARLIER }),
  ...(state === "CHANGE_RAISED" && { changes: ["i1"] }),
  ...(["RESOLVED", "CLOSED"].includes(state) && { resolution: "Disks nomainīts", resolvedAt: NOW }),
  ...more,
  state,
});
const step = (from: Row, to: string, cells: Row = {}, writer: Writer = OWNER) =>
  write(problems, from, { state: to, ...cells }, writer);

test(rule("PROBLEM_STEPS"), () => {
  const order = ["REGISTERED", "CLASSIFIED", "INVESTIGATING", "KNOWN_ERROR", "CHANGE_RAISED", "RESOLVED", "CLOSED"];
  const needed: Row = { changes: ["i1"], resolution: "Disks nomainīts", ...KNOWN };
  for (const [index, from] of order.slice(0, -1).entries())
    expect([from, step(at(from), order[index + 1] ?? "", needed).wrong]).toEqual([from, []]);
  for (const [index, from] of order.entries())
    for (const to of order.slice(0, index)) expect(step(at(from), to, needed).wrong).toEqual(["NO_SUCH_STEP state"]);
  const bare = { category: null, impact: null, urgency: null, assignee: null };
  expect(step(at("REGISTERED"), "CLASSIFIED", bare).wrong).toEqual(
    ["category", "impact", "urgency"].map((key) => `STEP_NEEDS ${key}`),
  );
  expect(step(at("CLASSIFIED"), "INVESTIGATING", { assignee: null }).wrong).toEqual(["STEP_NEEDS assignee"]);
  expect(step(at("KNOWN_ERROR"), "RESOLVED").wrong).toEqual(["STEP_NEEDS resolution"]);
  expect(step(at("REGISTERED"), "CLASSIFIED", {}, { held: ["FRONT_OFFICE"] }).wrong).toEqual(["STEP_FORBIDDEN state"]);
});

test(rule("PROBLEM_KNOWN_ERROR_NEEDS"), () => {
  const none: Writer = { ...OWNER, facts: { NO_KNOWLEDGE_OF_ERROR: {} } };
  const { wrong, row } = step(at("INVESTIGATING"), "KNOWN_ERROR", KNOWN);
  expect(wrong).toEqual([]);
  expect(row["knownErrorAt"]).toBe(NOW);
  expect(step(at("INVESTIGATING"), "KNOWN_ERROR", { knowledge: ["k1"] }).wrong).toEqual(["STEP_NEEDS rootCause"]);
  expect(step(at("INVESTIGATING"), "KNOWN_ERROR", { rootCause: "Disks" }, none).wrong).toEqual([
    "PROBLEM_KNOWN_ERROR_NEEDS knowledge",
  ]);
  expect(write(problems, at("KNOWN_ERROR"), { knowledge: null }, OWNER).wrong).toEqual([
    "PROBLEM_KNOWN_ERROR_NEEDS knowledge",
  ]);
  expect(write(problems, at("KNOWN_ERROR"), { rootCause: null }, OWNER).wrong).toEqual(["STATE_NEEDS rootCause"]);
});

test(rule("PROBLEM_CHANGE_RAISED_IS_NAMED"), () => {
  expect(step(at("KNOWN_ERROR"), "CHANGE_RAISED").wrong).toEqual(["STEP_NEEDS changes"]);
  expect(step(at("KNOWN_ERROR"), "CHANGE_RAISED", { changes: ["i1"] }).wrong).toEqual([]);
  expect(write(problems, at("CHANGE_RAISED"), { changes: [] }, OWNER).wrong).toEqual([
    "PROBLEM_CHANGE_RAISED_IS_NAMED changes",
  ]);
});

test.each(["KNOWN_ERROR", "CHANGE_RAISED"])(`${rule("PROBLEM_RESOLVED_BY_SUCCESSFUL_CHANGE")} from %s`, (from) => {
  const resolution = { resolution: "Disks nomainīts", changes: ["i1"] };
  const pending: Writer = { ...OWNER, facts: { CHANGE_NOT_SUCCESSFUL: { names: "CHG-2026-00001" } } };
  const { wrong, refusals } = step(at(from), "RESOLVED", resolution, pending);
  expect(wrong).toEqual(["PROBLEM_RESOLVED_BY_SUCCESSFUL_CHANGE changes"]);
  expect(refusals[0]?.message.lv).toContain("CHG-2026-00001");
  expect(step(at(from), "RESOLVED", resolution).wrong).toEqual([]);
});

test(rule("PROBLEM_TIMES_IN_ORDER"), () => {
  const closed = at("CLOSED", { closedAt: NOW });
  expect(write(problems, closed, {}, OWNER).wrong).toEqual([]);
  expect(write(problems, closed, { knownErrorAt: "2026-11-01T07:59:59Z" }, OWNER).wrong).toEqual([
    "PROBLEM_TIMES_IN_ORDER knownErrorAt",
  ]);
  expect(write(problems, closed, { closedAt: "2026-11-20T08:00:00Z" }, OWNER).wrong).toEqual([
    "PROBLEM_TIMES_IN_ORDER closedAt",
  ]);
});

test.each(["REGISTERED", "CLASSIFIED", "INVESTIGATING", "KNOWN_ERROR", "CHANGE_RAISED"])(
  `${rule("PROBLEM_CANCELLED_WITH_REASON")} from %s`,
  (from) => {
    expect(step(at(from), "CANCELLED").wrong).toEqual(["STEP_NEEDS cancelReason"]);
    expect(step(at(from), "CANCELLED", { cancelReason: "Dublikāts" }).wrong).toEqual([]);
  },
);
