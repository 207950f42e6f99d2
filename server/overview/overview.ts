import type { Actor, Overview, WaitingGroup, WaitingItem } from "../../schema/api/context.ts";
import { COLLISIONS, WAITS, type Wait } from "../../schema/overview/waits.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { modelOf } from "../../schema/registers/steps.ts";
import { sightOf } from "../access/sight.ts";
import type { Landscapes } from "../graph/cache.ts";
import { collisionsAmong } from "../graph/collisions.ts";
import { sentences } from "../graph/step-warnings.ts";
import { tableOf } from "../store/models.ts";
import { loadRows } from "../store/rows.ts";
import { rowsSeen } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { settingsOf } from "../sync/moment.ts";
import { titleExpression, titleWords } from "./titles.ts";
import { branchesOf } from "./whose.ts";

/** Rows told of one group; the rest is counted. */
const TOLD = 50;

interface Found {
  readonly wait: string;
  readonly models: readonly string[] | null;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly since: string | null;
  readonly total: number;
}

/** What waits for the person, by the table of waits: one statement over all registers, each asked in sets. */
export async function overview(store: Store, landscapes: Landscapes, actor: Actor): Promise<Overview> {
  const { timeZone } = await settingsOf(store, actor.institutionId);
  const today = dayOf(new Date().toISOString(), timeZone);
  const asked = [...WAITS, { ...COLLISIONS, why: COLLISIONS.label, since: "plannedStart" }] as readonly Wait[];
  const selects = asked.flatMap((wait) => selectsOf(wait, actor));
  if (selects.length === 0) return { groups: [] };
  const found = await store.query<Found>(selects.join(" union all "), [actor.institutionId, actor.personId, today]);
  const groups: WaitingGroup[] = [];
  for (const wait of asked) {
    const register = findRegister(wait.register);
    const rows = register
      ? await fitting(
          store,
          actor,
          register,
          found.filter(({ wait: key }) => key === wait.key),
        )
      : [];
    if (!register || rows.length === 0) continue;
    const { key, label } = wait;
    const items = rows.map((row): WaitingItem => ({
      register: wait.register,
      ...{ id: row.id, code: row.code, since: row.since },
      title: titleWords(register, row.title),
      why: wait.why,
    }));
    const shown = key === COLLISIONS.key ? await colliding(store, landscapes, actor, items, timeZone) : items;
    // What the models decide is counted here, what the database decided there.
    const cut = rows.length < TOLD ? shown.length : Math.max(shown.length, rows[0]?.total ?? 0);
    if (shown.length > 0) groups.push({ key, label, total: key === COLLISIONS.key ? shown.length : cut, items: shown });
  }
  return { groups };
}

function selectsOf(wait: Wait, actor: Actor): readonly string[] {
  const register = findRegister(wait.register);
  const sight = register && sightOf(register, actor);
  if (!register || !sight) return [];
  const { table, columns } = tableOf(register.key);
  const name = (key: string) => columns[key]?.name ?? key;
  const state = register.lifecycle?.column ?? "state";
  const { yes, day, older, lacks, notAlone, since } = wait;
  const where = [
    "t.institution_id = $1",
    `t.${name(state)} in (${wait.states.map((one) => `'${one}'`).join(", ")})`,
    rowsSeen(register, sight),
    ...(yes ? [`t.${name(yes)}`] : []),
    ...(day ? [`t.${name(day.column)} <= $3::date + ${day.within}`] : []),
    ...(older ? [`t.${name(older.column)} < $3::date - interval '${older.years} years'`] : []),
    ...(notAlone ? [`t.${name(notAlone)} <> array[$2::uuid]`] : []),
    ...(lacks ? [`not exists (${lacking(lacks)})`] : []),
  ];
  const from = since === "updatedAt" ? "t.updated_at" : `coalesce(t.${name(since)}::timestamptz, t.created_at)`;
  return branchesOf(register, wait, actor).map(
    ({ where: whose, models }) =>
      `(select '${wait.key}' as wait, ${models ? `'${JSON.stringify(models)}'::json` : "null::json"} as models,
               t.id, t.code, ${titleExpression(register)} as title, ${from} as since, count(*) over ()::int as total
        from ${table} t where ${[...where, whose].join(" and ")} and $2::uuid is not null and $3::date is not null
        order by ${from}, t.id limit ${TOLD})`,
  );
}

function lacking({ register, via, by, states }: NonNullable<Wait["lacks"]>): string {
  const { table, columns } = tableOf(register);
  const name = (key: string) => columns[key]?.name ?? key;
  return `select from ${table} o where o.${name(via)} = t.id and o.${name(by)} = $2
          and o.state in (${states.map((one) => `'${one}'`).join(", ")})`;
}

/** The rows that go the way of a branch's models, oldest first, each once. */
async function fitting(
  store: Store,
  actor: Actor,
  register: Register,
  rows: readonly Found[],
): Promise<readonly Found[]> {
  const ids = rows.flatMap(({ models, id }) => (models ? [id] : []));
  const stored =
    ids.length === 0
      ? new Map<string, never>()
      : await loadRows(store, register, "institution_id = $1 and id = any($2::uuid[])", [actor.institutionId, ids]);
  const once = new Map<string, Found>();
  for (const row of rows) {
    const model = row.models ? modelOf(register, stored.get(row.id)?.cells ?? {}) : null;
    if (!row.models || (model !== null && row.models.includes(model))) once.set(row.id, row);
  }
  return [...once.values()].sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1)).slice(0, TOLD);
}

/** Of my changes those that meet others, each with the gravest meeting. */
async function colliding(
  store: Store,
  landscapes: Landscapes,
  actor: Actor,
  items: readonly WaitingItem[],
  zone: string,
): Promise<readonly WaitingItem[]> {
  const ids = items.map(({ id }) => id);
  const met = await collisionsAmong(store, landscapes, actor.institutionId, ids);
  return items.flatMap((item) => {
    const found = met.get(item.id);
    const [first] = found && found.items.length > 0 ? sentences(found, zone) : [];
    return first ? [{ ...item, why: first }] : [];
  });
}
