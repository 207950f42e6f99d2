import { expect, test } from "vitest";
import { findRegister } from "../registers/catalogue.ts";
import { statesOf } from "../registers/lifecycle.ts";
import { COLLISIONS, WAITS, type Wait } from "./waits.ts";

test.each<Wait>(WAITS)("$key names columns, states and steps that its register has", (wait) => {
  const register = findRegister(wait.register);
  if (!register) throw new Error(wait.register);
  const has = (...columns: string[]) => expect(Object.keys(register.columns)).toEqual(expect.arrayContaining(columns));
  expect(statesOf(register)).toEqual(expect.arrayContaining([...wait.states]));
  if (wait.since !== "updatedAt") has(wait.since);
  if (wait.yes) expect(register.columns[wait.yes]?.type).toBe("boolean");
  if (wait.day) expect(register.columns[wait.day.column]?.type).toBe("date");
  if (wait.older) expect(register.columns[wait.older.column]?.type).toBe("date");
  if (wait.notAlone) has(wait.notAlone);
  const { whose } = wait;
  if (whose !== "ALL" && "columns" in whose) has(...(whose.columns ?? []));
  if (whose !== "ALL" && "intent" in whose)
    for (const state of wait.states)
      expect(
        register.lifecycle?.transitions.some(({ intent, from }) => intent === whose.intent && from === state),
        `${whose.intent} from ${state}`,
      ).toBe(true);
  if (wait.lacks) {
    const other = findRegister(wait.lacks.register);
    expect(Object.keys(other?.columns ?? {})).toEqual(expect.arrayContaining([wait.lacks.via, wait.lacks.by]));
    if (other) expect(statesOf(other)).toEqual(expect.arrayContaining([...wait.lacks.states]));
  }
});

test("waits are told apart by their keys", () => {
  const keys = [...WAITS, COLLISIONS].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
