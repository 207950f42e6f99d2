import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { calendarDays } from "./calendar-days.ts";
import { calendarEditions } from "./calendar-editions.ts";
import { calendars } from "./calendars.ts";
import { capacity } from "./capacity.ts";
import { conditions } from "./conditions.ts";
import { continuity } from "./continuity.ts";
import { dependencies } from "./dependencies.ts";
import { finances } from "./finances.ts";
import { statesOf } from "./lifecycle.ts";
import { people } from "./people.ts";
import { processes } from "./processes.ts";
import type { Cell, Column, Register, Row } from "./register.ts";
import { resources } from "./resources.ts";
import { roles } from "./role-assignments.ts";
import { RULES } from "./rules.ts";
import { serviceLevels } from "./service-levels.ts";
import { services } from "./services.ts";
import { targetsOf } from "./targets.ts";
import { tasks } from "./tasks.ts";
import { fold } from "./text.ts";

const all: readonly Register[] = [
  services,
  resources,
  dependencies,
  serviceLevels,
  calendars,
  calendarEditions,
  calendarDays,
  capacity,
  continuity,
  finances,
  processes,
  tasks,
  conditions,
  people,
  roles,
];
const keys = new Set(all.map(({ key }) => key));

describe.each(all)("the declaration of $key", (register) => {
  const { columns, lifecycle } = register;
  const guards = [...(register.guards ?? []), ...(lifecycle?.transitions ?? []).flatMap((step) => step.guards ?? [])];

  it("names only columns, states, registers and rules that there are", () => {
    const named = [
      register.title,
      register.code.column,
      ...(register.matchBy ?? []),
      ...guards.flatMap(({ column }) => column ?? []),
      ...(lifecycle?.transitions ?? []).flatMap(({ needs = [], stamps = {} }) => [...needs, ...Object.keys(stamps)]),
      ...Object.values(register.rowRoles ?? {}).flatMap((holders) => holders.map(({ column, via }) => via ?? column)),
    ];
    for (const key of named) expect(Object.keys(columns), key).toContain(key);
    for (const column of Object.values<Column>(columns)) {
      for (const mark of [column.requiredFrom, column.lockedFrom])
        if (mark !== undefined) expect(statesOf(register)).toContain(mark);
      if (column.type === "reference" || column.type === "references")
        for (const to of targetsOf(column.to)) expect(keys.has(to), to).toBe(true);
    }
    for (const { rule: key } of guards) expect(Object.keys(RULES), key).toContain(key);
  });

  it("no two columns answer to one heading, no two options to one name", () => {
    for (const language of ["lv", "en"] as const) {
      const headings = Object.values<Column>(columns).map(({ label }) => fold(label[language]));
      expect(new Set(headings).size).toBe(headings.length);
    }
    const answers = new Map<string, string>();
    for (const [key, { label, also = [] }] of Object.entries<Column>(columns)) {
      for (const heading of new Set([label.lv, label.en, ...also].map(fold))) {
        expect(answers.get(heading) ?? key, `${heading} names ${key}`).toBe(key);
        answers.set(heading, key);
      }
    }
    for (const column of Object.values<Column>(columns)) {
      if (column.type !== "choice" && column.type !== "choices") continue;
      const names = new Map<string, string>();
      for (const [key, { label, also = [] }] of Object.entries(column.options)) {
        for (const name of new Set([key, label.lv, label.en, ...also].map(fold))) {
          expect(names.get(name) ?? key, `${name} names ${key}`).toBe(key);
          names.set(name, key);
        }
      }
    }
  });

  it(rule("RETIRED_WITH_REASON", register.key), () => {
    if (!lifecycle?.retired) throw new Error("a register without a retired state");
    const out = lifecycle.transitions.filter(({ to }) => to === lifecycle.retired);
    const state = lifecycle.column;
    const before = statesOf(register).filter((one) => one !== lifecycle.retired);
    expect(new Set(out.map(({ from }) => from))).toEqual(new Set(before));
    for (const { from, needs: [reason] = [] } of out) {
      const row = { ...filled(columns), [reason ?? ""]: null };
      const step = [
        { ...row, [state]: from },
        { ...row, [state]: lifecycle.retired },
      ] as const;
      expect(refused(register, ...step, asker(register.rights.retire))).toEqual([`STEP_NEEDS ${reason}`]);
    }
  });
});

/** A row whose required cells are filled in and in order. */
function filled(columns: Readonly<Record<string, Column>>): Row {
  const cell = (key: string, column: Column): Cell => {
    if (column.type === "date") return key.endsWith("To") ? "2026-02-01" : "2026-01-01";
    if (column.type === "choice") return Object.keys(column.options).at(-1) ?? null;
    return `a ${key}`;
  };
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, { required }]) => required)
      .map(([key, column]) => [key, cell(key, column)]),
  );
}
