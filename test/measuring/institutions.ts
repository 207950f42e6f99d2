import type { Actor } from "../../schema/api/context.ts";
import type { Role } from "../../schema/registers/roles.ts";
import type { Sql } from "../../server/store/store.ts";
import type { StoredCells } from "../../server/store/stored-row.ts";
import { putRow } from "../support/put-rows.ts";

/** An institution made for a test, and how to put rows into it. */
export interface TestInstitution {
  readonly id: string;
  readonly code: string;
  as(...roles: Role[]): Actor;
  put(register: string, cells: StoredCells): Promise<string>;
}

let made = 0;

export async function addInstitution(
  sql: Sql,
  at: { readonly sector?: string; readonly municipality?: string; readonly timeZone?: string } = {},
): Promise<TestInstitution> {
  const [id, code] = [crypto.randomUUID(), `I-${++made}-${crypto.randomUUID().slice(0, 8)}`];
  await sql.query(
    "insert into institution (id, code, name, sector, municipality, settings) values ($1, $2, $3, $4, $5, $6::jsonb)",
    [
      ...[id, code, `Iestāde ${code}`, at.sector ?? null, at.municipality ?? null],
      JSON.stringify(at.timeZone === undefined ? {} : { timeZone: at.timeZone }),
    ],
  );
  const personId = crypto.randomUUID();
  return {
    ...{ id, code },
    as: (...roles) => ({ personId, institutionId: id, name: "Anna", roles }),
    put: (register, cells) => putRow(sql, { institutionId: id, personId }, register, cells),
  };
}

/** Cells of a KPI measured by hand each month, in use. */
export const MONTHLY_KPI = {
  ...{ name: "Laikā izpildīts", definedFor: "SERVICE", unit: "%", direction: "HIGHER", frequency: "MONTH" },
  ...{ source: "MANUAL", edition: 1, state: "ACTIVE" },
} as const;
