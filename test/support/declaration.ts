import { describe, expect, it } from "vitest";
import { FACTS } from "../../schema/registers/facts.ts";
import { statesOf } from "../../schema/registers/lifecycle.ts";
import type { Guard, Lifecycle, Register } from "../../schema/registers/register.ts";
import { RULES } from "../../schema/registers/rules.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import type { Words } from "../../schema/registers/words.ts";
import { factNames } from "./filled-row.ts";
import { Findings } from "./findings.ts";

/** Names that the system keeps for itself in every table and type. */
const TAKEN = [
  "id",
  "institution",
  "institutionId",
  "version",
  "feed",
  "retired",
  "createdAt",
  "updatedAt",
  "retiredAt",
  "custom",
];
/** A heading narrower or wider than this is no use in a sheet. */
const WIDTHS = { least: 6, most: 80 };

/**
 * What is wrong with a declaration as such: names that name nothing, words missing, keys that cannot be. `registers`
 * are the keys that references may lead to.
 */
export function declarationWrong(register: Register, registers: ReadonlySet<string>): readonly string[] {
  const f = new Findings(register);
  checkKeys(f);
  checkColumns(f, registers);
  checkRules(f);
  if (register.lifecycle) checkLifecycle(f, register.lifecycle);
  return f.wrong;
}

function checkKeys(f: Findings): void {
  const { register } = f;
  f.must(/^[a-z][a-zA-Z]*$/.test(register.key), `the key ${register.key} is not lower camel case`);
  f.must(/^[A-Z][a-zA-Z]*$/.test(register.type), `the type ${register.type} is not Pascal case`);
  f.must(/^[A-Z]{1,5}$/.test(register.code.prefix), `the prefix ${register.code.prefix}`);
  const code = f.column(register.code.column, "code");
  f.must(code?.type === "text" && code.max === 40, "the code is no text of 40");
  f.column(register.title, "title");
  for (const key of [...(register.matchBy ?? []), ...(register.search ?? [])]) f.column(key, "matchBy or search");
  for (const [who, holders] of Object.entries(register.rowRoles ?? {}))
    for (const { column: key, via, of } of holders) {
      if (via === undefined) f.people(key, `rowRoles ${who}`);
      else {
        const by = f.column(via, `rowRoles ${who}`);
        f.must(
          by !== undefined && "to" in by && targetsOf(by.to).includes(of),
          `rowRoles ${who}: ${via} names no ${of}`,
        );
      }
    }

  for (const said of ["label", "one", "help"] as const) f.words(said, register[said]);
}

function checkColumns(f: Findings, registers: ReadonlySet<string>): void {
  const { register } = f;
  const { columns } = register;
  const states = statesOf(register);
  for (const [key, one] of Object.entries(columns)) {
    f.must(/^[a-z][a-zA-Z0-9]*$/.test(key) && !TAKEN.includes(key), `the column key ${key}`);
    const { width, requiredFrom, lockedFrom } = one;
    f.must(
      width === undefined || (Number.isInteger(width) && width >= WIDTHS.least && width <= WIDTHS.most),
      `${key}: width ${width ?? ""}`,
    );
    for (const mark of [requiredFrom, lockedFrom])
      f.must(mark === undefined || states.includes(mark), `${key}: no state ${mark ?? ""}`);
    f.must(one.computed === undefined || one.readOnly === true, `${key} is computed and yet typed`);
    f.must(!one.personal || (register.personalFor ?? []).length > 0, `${key} is personal and nobody sees it`);
    f.words(`${key}.label`, one.label);
    f.words(`${key}.help`, one.help);
    f.must(/[.!?]$/.test(one.help.lv) && /[.!?]$/.test(one.help.en), `${key}.help is no sentence`);
    if (one.type === "reference" || one.type === "references")
      for (const to of targetsOf(one.to)) f.must(registers.has(to), `${key} refers to ${to}, which there is not`);
    if (one.type === "choice" || one.type === "choices") {
      for (const [option, { label }] of Object.entries(one.options)) {
        f.must(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(option), `${key}: the option key ${option}`);
        f.words(`${key}.${option}`, label);
      }
    }
  }
}

function checkRules(f: Findings): void {
  const { register } = f;
  const { lifecycle } = register;
  const steps = lifecycle?.transitions ?? [];
  const guards: readonly Guard[] = [...(register.guards ?? []), ...steps.flatMap(({ guards: own = [] }) => own)];
  for (const { rule, column: at, fact, broken, message } of guards) {
    f.must(Object.hasOwn(RULES, rule), `the rule ${rule} stands in no table of rules`);
    if (at !== null) f.column(at, `the rule ${rule}`);
    f.must(fact !== undefined || broken !== undefined, `the rule ${rule} asks nothing`);
    f.must(fact === undefined || Object.hasOwn(FACTS, fact), `the rule ${rule} asks for a fact that there is not`);
    f.words(`the message of ${rule}`, message);
    const filled = fact === undefined ? [] : factNames(fact);
    for (const name of namesIn(message))
      f.must(filled.includes(name), `the message of ${rule}: nothing fills {${name}}`);
  }
}

function checkLifecycle(f: Findings, lifecycle: Lifecycle): void {
  const { register } = f;
  const states = statesOf(register);
  f.must(f.column(lifecycle.column, "lifecycle")?.type === "choice", "the state is no choice");
  const { initial, retired, aside = [], done = [], waits } = lifecycle;
  for (const state of [
    initial,
    ...aside,
    ...done,
    ...(retired === undefined ? [] : [retired]),
    ...(waits ? [waits.state] : []),
  ])
    f.must(states.includes(state), `lifecycle: no state ${state}`);
  if (waits) f.column(waits.column, "waits");
  if (lifecycle.since !== undefined)
    f.must(f.column(lifecycle.since, "since")?.type === "datetime", "since is no time");
  const stampsWrong = (stamps: object, by: string) => {
    for (const [key, stamp] of Object.entries(stamps)) {
      const type = f.column(key, by)?.type;
      if (stamp === "ACTOR") f.people(key, by);
      else f.must(type === (stamp === "NOW" ? "datetime" : "date"), `${by}: ${key} cannot be stamped ${String(stamp)}`);
    }
  };
  stampsWrong(lifecycle.stamps ?? {}, "lifecycle");
  const targets = new Map<string, string>();
  for (const step of lifecycle.transitions) {
    const by = `${step.from} → ${step.to}`;
    for (const state of [step.from, step.to]) f.must(states.includes(state), `${by}: no state ${state}`);
    for (const key of [...(step.needs ?? []), ...(step.takes ?? []), ...(step.clears ?? [])]) f.column(key, by);
    for (const key of [...(step.also ?? []), ...(step.never ?? [])]) f.people(key, by);
    for (const key of step.counts ?? [])
      f.must(f.column(key, by)?.type === "integer", `${by}: ${key} cannot be counted`);
    if (step.at !== undefined) stampsWrong({ [step.at]: "NOW" }, by);
    stampsWrong(step.stamps ?? {}, by);
    const who = step.who ?? register.rights.edit;
    f.must(who.length > 0 || (step.also ?? []).length > 0, `${by}: nobody may take it`);
    f.must(step.models === undefined || lifecycle.model !== undefined, `${by} is for a model, and there are none`);
    f.must(/^[a-z][a-zA-Z]*$/.test(step.intent), `${by}: the intent ${step.intent}`);
    f.must((targets.get(step.intent) ?? step.to) === step.to, `the intent ${step.intent} leads to two states`);
    targets.set(step.intent, step.to);
    f.words(`the label of ${by}`, step.label);
  }
}

const namesIn = (words: Words): readonly string[] =>
  [words.lv, words.en].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));

/** Tests that the declarations name only what there is, in both languages, each with keys of its own. */
export function describeDeclarations(all: readonly Register[], known: ReadonlySet<string>): void {
  describe("declarations", () => {
    it.each(all.map((register) => [register.key, register] as const))("%s is sound", (_key, register) => {
      expect(declarationWrong(register, known)).toEqual([]);
    });
    it("have keys, types, prefixes and intents of their own", () => {
      const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
      expect(twice(all.map(({ key }) => key))).toEqual([]);
      expect(twice(all.map(({ type }) => type))).toEqual([]);
      expect(twice(all.map(({ code }) => `${code.prefix}-${code.digits}`))).toEqual([]);
      const intents = all.flatMap(({ lifecycle }) => [...new Set(lifecycle?.transitions.map(({ intent }) => intent))]);
      expect(twice(intents)).toEqual([]);
    });
  });
}
