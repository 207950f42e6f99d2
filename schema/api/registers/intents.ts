import type { InputRef } from "@pothos/core";
import { SaimeError } from "../../messages/errors.ts";
import { neededIn } from "../../registers/check-row.ts";
import type { Cell, Column, Register, Transition } from "../../registers/register.ts";
import { statesOf } from "../../registers/lifecycle.ts";
import type { RowResult } from "../../sync/protocol.ts";
import { builder } from "../builder.ts";
import { signedIn, uuid } from "../guard.ts";
import { RowResultRef } from "../row-result.ts";
import { described } from "../term.ts";
import type { OptionsRef } from "./options.ts";

type Input = Readonly<Record<string, unknown>> & { readonly id: string; readonly version?: number | null };

/** A register's steps by mutation: those that share an intent differ only in where they start. */
export function intentsOf({ lifecycle }: Register): ReadonlyMap<string, readonly Transition[]> {
  const intents = new Map<string, Transition[]>();
  for (const step of lifecycle?.transitions ?? []) {
    const same = intents.get(step.intent);
    if (same) same.push(step);
    else intents.set(step.intent, [step]);
  }
  return intents;
}

/** Columns a step's mutation takes: what its state needs, what the step asks for and tells when. */
export function columnsOfIntent(
  register: Register,
  steps: readonly Transition[],
): readonly (readonly [string, Column])[] {
  const asked = new Set<string>();
  for (const { to, needs = [], takes = [], at, stamps = {}, guards = [] } of steps) {
    for (const [key] of neededIn(register, to, needs)) asked.add(key);
    for (const key of takes) asked.add(key);
    for (const key of [...Object.keys(stamps), ...(at === undefined ? [] : [at])]) asked.add(key);
    for (const { column } of guards) if (column !== null) asked.add(column);
  }
  return Object.entries(register.columns).filter(
    ([key, column]) =>
      asked.has(key) && !column.readOnly && key !== register.code.column && key !== register.lifecycle?.column,
  );
}

/**
 * Mutations named by what is meant (`classifyIncident`), one a step of the lifecycle. Each is a push of one row: the
 * same rules, rights and log.
 */
export function addIntents(register: Register, options: ReadonlyMap<string, OptionsRef>): void {
  const { lifecycle } = register;
  if (!lifecycle) return;
  for (const [intent, steps] of intentsOf(register)) {
    const [first] = steps;
    if (!first) continue;
    const input = inputOf(register, intent, columnsOfIntent(register, steps), options);
    const states = [...new Set(steps.map(({ to }) => to))];
    const choice = states.length > 1;
    builder.mutationField(intent, (t) =>
      t.field({
        type: RowResultRef,
        description: described(first.label, register.one),
        args: {
          input: t.arg({ type: input, required: true }),
          ...(choice && { to: t.arg.string({ required: true, description: `One of: ${states.join(", ")}.` }) }),
        },
        resolve: async (_root, args, context): Promise<RowResult> => {
          const actor = signedIn(context);
          const { id, version, ...cells } = args.input;
          const to = choice ? String((args as { to?: unknown }).to) : first.to;
          if (!statesOf(register).includes(to))
            throw new SaimeError("BAD_REQUEST", `"to" must be one of ${states.join(", ")}.`);
          const row = uuid(String(id), "id");
          const known = version ?? (await context.use.findRow(actor, register.key, { id: row }))?.version ?? 1;
          const { results } = await context.use.push(actor, {
            register: register.key,
            batch: globalThis.crypto.randomUUID(),
            part: 0,
            dryRun: false,
            rows: [{ row, base: known, cells: { ...(cells as Record<string, Cell>), [lifecycle.column]: to } }],
          });
          const [result] = results;
          if (!result) throw new Error("a push of one row answered none");
          return result;
        },
      }),
    );
  }
}

function inputOf(
  register: Register,
  intent: string,
  columns: readonly (readonly [string, Column])[],
  options: ReadonlyMap<string, OptionsRef>,
): InputRef<Input> {
  const name = `${intent.charAt(0).toUpperCase()}${intent.slice(1)}Input`;
  return builder.inputType(name, {
    description: "References are told by name or code. A cell left out stays as it is.",
    fields: (t) => ({
      id: t.id({ required: true }),
      version: t.int({ description: "The version that the change starts from; the present one when left out." }),
      ...Object.fromEntries(
        columns.map(([key, column]) => [
          key,
          t.field({ type: typeOf(key, column, options), description: described(column.label, column.help) }),
        ]),
      ),
    }),
  }) as unknown as InputRef<Input>;
}

/** What a cell is told as: options as their enum, references by name or code. */
function typeOf(key: string, column: Column, options: ReadonlyMap<string, OptionsRef>) {
  switch (column.type) {
    case "choice":
      return optionOf(options, key);
    case "choices":
      return [optionOf(options, key)] satisfies [OptionsRef];
    case "references":
      return ["String"] satisfies ["String"];
    case "date":
      return "Date" as const;
    case "datetime":
      return "DateTime" as const;
    case "integer":
      return "Int" as const;
    case "number":
      return "Float" as const;
    case "boolean":
      return "Boolean" as const;
    case "text":
    case "link":
    case "reference":
      return "String" as const;
  }
}

function optionOf(options: ReadonlyMap<string, OptionsRef>, key: string): OptionsRef {
  const option = options.get(key);
  if (!option) throw new Error(`Column ${key} has no enum`);
  return option;
}
