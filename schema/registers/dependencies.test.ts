import { expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import { dependencies } from "./dependencies.ts";
import type { Row } from "./register.ts";

const kept = (cells: Row): Row => ({ from: "a", to: "b", critical: true, state: "CURRENT", ...cells });

it(rule("DEPENDENCY_NOT_OF_ITSELF"), () => {
  const by = asker(["SERVICE_OWNER"]);
  expect(refused(dependencies, null, kept({ to: "a" }), by)).toEqual(["DEPENDENCY_NOT_OF_ITSELF to"]);
  expect(refused(dependencies, null, kept({ to: "a", critical: false }), by)).toEqual(["DEPENDENCY_NOT_OF_ITSELF to"]);
  expect(refused(dependencies, null, kept({}), by)).toEqual([]);
  // Both are missing, which is told as such.
  expect(refused(dependencies, null, kept({ from: null, to: null }), by)).toEqual(["REQUIRED from", "REQUIRED to"]);
});

it(rule("DEPENDENCY_NO_CYCLE"), () => {
  const by = asker(["RESOURCE_OWNER"], { DEPENDENCY_CYCLE: { cycle: "Portāls → Serveris → Portāls" } });
  const [refusal, ...more] = checkRow(dependencies, null, kept({}), by);
  expect(more).toEqual([]);
  expect(refusal).toMatchObject({ rule: "DEPENDENCY_NO_CYCLE", column: "to" });
  expect(refusal?.message.lv).toContain("Portāls → Serveris → Portāls");
  // At every write of what is critical and in use, whatever was changed; never of the rest.
  expect(refused(dependencies, kept({}), kept({ note: "x" }), by)).toEqual(["DEPENDENCY_NO_CYCLE to"]);
  for (const critical of [false, null]) expect(refused(dependencies, null, kept({ critical }), by)).toEqual([]);
  const ended = kept({ state: "RETIRED", endReason: "Vairs nevajag." });
  expect(refused(dependencies, kept({}), ended, by)).toEqual([]);
});
