import { expect, test } from "vitest";
import { registers } from "./catalogue.ts";
import { dailyRegisters, REGISTER_GROUPS } from "./groups.ts";
import { ROLES, type Role } from "./roles.ts";

test("every register stands in one group", () => {
  const grouped = REGISTER_GROUPS.flatMap((group) => group.registers);
  expect([...grouped].sort()).toEqual(Object.keys(registers).sort());
});

test("every role has sheets of its own, several roles each register once, in the groups' order", () => {
  for (const role of Object.keys(ROLES) as Role[]) expect(dailyRegisters([role]), role).not.toEqual([]);
  expect(dailyRegisters([])).toEqual(["incidents", "changes"]);
  expect(dailyRegisters(["PROCESS_MANAGER", "FRONT_OFFICE"])).toEqual([
    "applications",
    "incidents",
    "knowledge",
    "improvements",
    "processes",
    "tasks",
  ]);
});
