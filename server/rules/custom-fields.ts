import { findRegister, registers } from "../../schema/registers/catalogue.ts";
import { customKey } from "../../schema/registers/custom.ts";
import { headingsOf, MOST_FIELDS } from "../../schema/registers/custom-fields.ts";
import { optionsIn } from "../../schema/registers/field-types.ts";
import type { Row } from "../../schema/registers/register.ts";
import { constantName } from "../../schema/registers/text.ts";
import { tableOf } from "../store/models.ts";
import type { Sql } from "../store/store.ts";
import { inSentence, namedAnswer, type FactAsk, type FactLoader, type FactRow } from "./fact.ts";

/** What the rules of custom fields ask about: the other fields, and what rows hold in a field. */

interface Standing {
  readonly register: string;
  readonly headingLv: string;
  readonly headingEn: string | null;
}
const IN_USE = "CURRENT";
const text = (cell: Row[string]): string => (typeof cell === "string" ? cell : "");

/** Fields in use of the institution by id, held against each other and against those of the same write. */
async function standing({ sql, institutionId }: FactAsk): Promise<Map<string, Standing>> {
  // Two writers that do not see each other's fields would both find theirs alone.
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 5))", [`${institutionId}/customFields`]);
  const rows = await sql.query<Standing & { id: string }>(
    `select id, register, heading_lv as "headingLv", heading_en as "headingEn" from custom_field
     where institution_id = $1 and state = $2`,
    [institutionId, IN_USE],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

const isInUse = ({ after }: FactRow): boolean => (after["state"] ?? IN_USE) === IN_USE;

/** A fact about one field in use among all those of its register. */
const amongOthers =
  (told: (row: FactRow, others: readonly Standing[]) => ReturnType<Awaited<ReturnType<FactLoader>>["broken"]>) =>
  async (ask: FactAsk): Promise<Awaited<ReturnType<FactLoader>>> => {
    const all = await standing(ask);
    return {
      broken: (row) => {
        if (!isInUse(row)) return null;
        const others = [...all].filter(([id, one]) => id !== row.id && one.register === row.after["register"]);
        return told(
          row,
          others.map(([, one]) => one),
        );
      },
      took: (row) => {
        const { after } = row;
        const [register, headingLv] = [text(after["register"]), text(after["headingLv"])];
        if (isInUse(row)) all.set(row.id, { register, headingLv, headingEn: text(after["headingEn"]) || null });
        else all.delete(row.id);
      },
    };
  };

export const customHeadingTaken: FactLoader = amongOthers(({ after }, others) => {
  const headings = headingsOf(after);
  const same = others.filter(({ headingLv, headingEn }) =>
    headingsOf({ headingLv, headingEn }).some((heading) => headings.includes(heading)),
  );
  return same.length === 0 ? null : { names: inSentence(same.map(({ headingLv }) => headingLv)) };
});

export const customFieldsTooMany: FactLoader = amongOthers((_row, others) =>
  others.length < MOST_FIELDS ? null : { have: others.length + 1, most: MOST_FIELDS },
);

interface Kept {
  readonly id: string;
  readonly code: string;
  readonly register: string;
  readonly type: string;
}

/** The fields of the write as they are kept, locked: no row gets a value of a field that is just being changed. */
function kept({ sql, institutionId, rows }: FactAsk): Promise<Kept[]> {
  return sql.query<Kept>(
    `select id, code, register, type from custom_field where institution_id = $1 and id = any($2::uuid[]) order by id for update`,
    [institutionId, rows.map(({ id }) => id)],
  );
}

const tables = new Map(Object.keys(registers).map((key) => [constantName(key), key]));

/** Asks about the rows of the register that a field belongs to; `$1` is the institution, `$2` the field's key. */
async function valuesOf<Found extends object>(
  sql: Sql,
  institutionId: string,
  field: Kept,
  select: string,
): Promise<Found[]> {
  const key = tables.get(field.register);
  if (key === undefined || !findRegister(key)) return [];
  return sql.query<Found>(`select ${select} from ${tableOf(key).table} where institution_id = $1 and custom ? $2`, [
    institutionId,
    customKey(field.code),
  ]);
}

export const customTypeHasValues: FactLoader = async (ask) => {
  const { sql, institutionId, rows } = ask;
  const after = new Map(rows.map((row) => [row.id, row.after]));
  const before = new Map<string, { readonly type: string; readonly have: number }>();
  for (const field of await kept(ask)) {
    if (after.get(field.id)?.["type"] === field.type) continue;
    const [found] = await valuesOf<{ n: number }>(sql, institutionId, field, "count(*)::int as n");
    before.set(field.id, { type: field.type, have: found?.n ?? 0 });
  }
  return {
    broken: ({ id, after: now }) => {
      const was = before.get(id);
      return was && was.have > 0 && now["type"] !== was.type ? { have: was.have } : null;
    },
  };
};

export const customOptionInUse: FactLoader = async (ask) => {
  const { sql, institutionId } = ask;
  const used = new Map<string, readonly string[]>();
  for (const field of await kept(ask)) {
    if (field.type !== "CHOICE") continue;
    const found = await valuesOf<{ text: string }>(sql, institutionId, field, "distinct custom ->> $2 as text");
    used.set(
      field.id,
      found.map(({ text }) => text),
    );
  }
  return namedAnswer(({ id, after }) => {
    if (after["type"] !== "CHOICE") return [];
    const options = optionsIn(text(after["options"]));
    return (used.get(id) ?? []).filter((option) => !options.includes(option));
  });
};
