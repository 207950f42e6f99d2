import { describe, expect, it } from "vitest";
import { checkRow } from "../../schema/registers/check-row.ts";
import { statesOf } from "../../schema/registers/lifecycle.ts";
import { prepareRow, type Moment } from "../../schema/registers/prepare-row.ts";
import type { Lifecycle, Register, Row, Transition } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { USUAL_SETTINGS } from "../../schema/registers/settings.ts";
import { asker } from "./asker.ts";
import { EVERYONE } from "./everyone.ts";
import { goes, modelsOf } from "./models-of.ts";
import { filledRow } from "./filled-row.ts";
import { lawfulWay } from "./lawful-way.ts";

const ME = "me";
/** What the walk tells of a step as such; rules over cells have tests of their own. */
const OF_STEPS = ["NO_SUCH_STEP", "STEP_FORBIDDEN", "FOUR_EYES", "STEP_NEEDS"];

type Lifed = Register & { readonly lifecycle: Lifecycle };

/** One who asks: what they hold, and in which column the row names them. */
interface Case {
  readonly held: readonly Who[];
  readonly named: string | null;
}

/**
 * Tests of everything that a lifecycle declares: from every state (and from no row at all) to every state, for every
 * role, for whoever `also` and `never` name, in every model. What must come out is worked out by `lawfulWay`, apart
 * from the walk. One test a state; what fails names the combination.
 */
export function describeLifecycle(declared: Register): void {
  const { lifecycle } = declared;
  if (!lifecycle) throw new Error(`${declared.key} has no lifecycle`);
  const register = bare({ ...declared, lifecycle });
  const states = statesOf(register);
  const models = modelsOf(declared);

  describe(`the lifecycle of ${declared.key}`, () => {
    it("every state can be reached in some model, nothing leaves the retired one", () => {
      const reached = (state: string) =>
        models.some(({ model }) => lawfulWay(lifecycle, states, lifecycle.initial, state, model) !== null);
      expect(states.filter((state) => !reached(state))).toEqual([]);
      expect(lifecycle.transitions.filter(({ from }) => from === lifecycle.retired)).toEqual([]);
    });

    it.each([null, ...states])("from %s to every state, for everyone, in every model", (from) => {
      expect(holesFrom(declared, from)).toEqual([]);
    });

    it("a step names each cell that it needs and that is empty", () => {
      const holes: string[] = [];
      for (const step of register.lifecycle.transitions) {
        for (const { model, cells } of models.filter((one) => goes(step, one.model))) {
          for (const need of step.needs ?? []) {
            const row: Row = {
              ...filledRow(register),
              ...cells,
              ...naming(register, step.also?.[0] ?? null),
              [need]: null,
            };
            // Without the cell the row may be of no model any more; then there is no such step.
            if (need in cells) continue;
            const [before, after] = [step.from, step.to].map((state) => ({ ...row, [lifecycle.column]: state }));
            const refusals = checkRow(
              register,
              before ?? null,
              after ?? {},
              asker(EVERYONE, {}, step.also ? ME : "other"),
            );
            if (!refusals.some(({ code, column }) => code === "STEP_NEEDS" && column === need))
              holes.push(`${step.from} → ${step.to} (${model ?? "any"}) does not ask for ${need}`);
          }
        }
      }
      expect(holes).toEqual([]);
    });

    it("a step stamps, counts and clears what it says, and keeps what is given", () => {
      const holes: string[] = [];
      for (const step of register.lifecycle.transitions)
        for (const one of models.filter(({ model }) => goes(step, model)))
          holes.push(...effects(register, step, one.cells).map((said) => `${step.from} → ${step.to}: ${said}`));
      expect(holes).toEqual([]);
    });
  });
}

/** Every state, asker and model for which `check` tells of the steps from a state (null: of a new row) other than the table says. */
export function holesFrom(declared: Register, from: string | null, check = checkRow): readonly string[] {
  const { lifecycle } = declared;
  if (!lifecycle) throw new Error(`${declared.key} has no lifecycle`);
  const register = bare({ ...declared, lifecycle });
  const holes: string[] = [];
  for (const { model, cells } of modelsOf(declared)) {
    const filled = { ...filledRow(register), ...cells };
    for (const to of statesOf(register)) {
      const way = lawfulWay(register.lifecycle, statesOf(register), from ?? lifecycle.initial, to, model);
      for (const asking of cases(lifecycle)) {
        const row = { ...filled, ...naming(register, asking.named) };
        const before = from === null ? null : { ...row, [lifecycle.column]: from };
        const refusals = check(register, before, { ...row, [lifecycle.column]: to }, asker(asking.held, {}, ME));
        const told = refusals.map(({ code }) => code).filter((code) => OF_STEPS.includes(code));
        const lawful = expected(way, register.rights.edit, asking);
        if (told.join() !== lawful) holes.push(hole(from, to, model, asking, told.join(), lawful));
      }
    }
  }
  return holes;
}

/** Without the rules that the row's cells tell: a filled row need not keep them. */
const bare = (register: Lifed): Lifed => ({
  ...register,
  guards: [],
  lifecycle: { ...register.lifecycle, transitions: withoutRules(register.lifecycle) },
});

const withoutRules = ({ transitions }: Lifecycle): readonly Transition[] =>
  transitions.map((step) => ({ ...step, guards: (step.guards ?? []).filter(({ broken }) => broken === undefined) }));

function cases({ transitions }: Lifecycle): readonly Case[] {
  const columns = [...new Set(transitions.flatMap(({ also = [], never = [] }) => [...also, ...never]))];
  return [
    ...EVERYONE.map((who) => ({ held: [who], named: null })),
    ...columns.flatMap((named) => [
      { held: [], named },
      { held: EVERYONE, named },
    ]),
    { held: [], named: null },
    { held: EVERYONE, named: null },
  ];
}

const naming = ({ columns }: Register, named: string | null): Row =>
  named === null ? {} : { [named]: columns[named]?.type === "references" ? ["other", ME] : ME };

/** What the walk must tell: the first step on the lawful way that is not this person's. */
function expected(way: readonly Transition[] | null, edit: readonly Who[], { held, named }: Case): string {
  if (way === null) return "NO_SUCH_STEP";
  for (const { who = edit, also = [], never = [] } of way) {
    const listed = (columns: readonly string[]) => named !== null && columns.includes(named);
    if (!held.some((one) => who.includes(one)) && !listed(also)) return "STEP_FORBIDDEN";
    if (listed(never)) return "FOUR_EYES";
  }
  return "";
}

function hole(
  from: string | null,
  to: string,
  model: string | null,
  { held, named }: Case,
  told: string,
  lawful: string,
) {
  const who = held.length > 1 ? "everyone at once" : (held[0] ?? "nobody");
  const as = named === null ? who : `${who} named in ${named}`;
  return `${from ?? "a new row"} → ${to} as ${as}${model === null ? "" : ` (${model})`}: ${told || "allowed"}, must be ${lawful || "allowed"}`;
}

const MOMENT: Moment = {
  now: "2026-11-21T08:00:00Z",
  today: "2026-11-21",
  person: ME,
  settings: USUAL_SETTINGS,
};

/** What a step does not do to the row as it says. */
function effects(register: Lifed, step: Transition, cells: Row): readonly string[] {
  const { column } = register.lifecycle;
  const stamps = { ...(step.at === undefined ? {} : { [step.at]: "NOW" as const }), ...step.stamps };
  const keys = Object.keys(stamps);
  const row = { ...filledRow(register), ...cells };
  const before: Row = { ...row, [column]: step.from };
  const empty = Object.fromEntries(keys.map((key) => [key, null]));
  const holes: string[] = [];
  const stamped = prepareRow(register, before, { ...row, ...empty, [column]: step.to }, MOMENT);
  for (const [key, stamp] of Object.entries(stamps)) {
    const must = stamp === "NOW" ? MOMENT.now : stamp === "TODAY" ? MOMENT.today : ME;
    const got = stamped[key];
    if ((Array.isArray(got) ? got[0] : got) !== must) holes.push(`${key} is not stamped ${stamp}`);
  }
  const given = prepareRow(register, { ...before, ...empty }, { ...row, [column]: step.to }, MOMENT);
  for (const key of keys) if (String(given[key]) !== String(row[key])) holes.push(`${key} does not stay as given`);
  for (const key of step.clears ?? []) {
    const cleared = prepareRow(register, before, { ...row, [column]: step.to }, MOMENT)[key] ?? null;
    if (key in stamps ? String(cleared) === String(row[key]) : cleared !== null) holes.push(`${key} is not emptied`);
  }
  for (const key of step.counts ?? [])
    if (stamped[key] !== Number(row[key] ?? 0) + 1) holes.push(`${key} is not counted`);
  return holes;
}
