import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { Cell } from "../../schema/registers/register.ts";
import type { PushAnswer } from "../../schema/sync/protocol.ts";
import { addRoles } from "../../server/store/newcomers.ts";
import { startTestServer } from "../support/server.ts";
import { readIncidents } from "./volvo-log.ts";

/**
 * A trial: brings Volvo IT's incident log of 2013 with its true times in through the public API of a server of its own
 * (embedded, or a fresh database at SAIME_TEST_DATABASE_URL) and tells what became of it.
 *
 *     npx tsx test/trials/import-volvo.ts incidents-volvo-2013.csv.gz
 */

const PART = 2_000;
const PUSH = `mutation ($register: String!, $batch: ID!, $part: Int!, $rows: [PushRowInput!]!) {
  push(register: $register, batch: $batch, part: $part, rows: $rows) { json } }`;

type Cells = Readonly<Record<string, Cell>>;

const [file] = process.argv.slice(2);
if (file === undefined)
  throw new Error("Name the log: npx tsx test/trials/import-volvo.ts incidents-volvo-2013.csv.gz");
const bytes = await readFile(file);
const csv = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");

const server = await startTestServer();
try {
  const { world } = server;
  const { portfolio } = world;
  // The one who brings it in closes incidents too.
  await addRoles(
    world.store,
    (["FRONT_OFFICE", "RESOURCE_PORTFOLIO_OWNER"] as const).map((role, at) => ({
      ...{ id: crypto.randomUUID(), institution_id: portfolio.institutionId, code: `TRIAL-${at}` },
      ...{ person: portfolio.personId, role, valid_from: "2010-01-01" },
    })),
  );

  const push = async (register: string, rows: readonly Cells[]) => {
    const batch = crypto.randomUUID();
    const tally = new Map<string, number>();
    const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
    const began = performance.now();
    for (let part = 0; part * PART < rows.length; part++) {
      const sent = rows.slice(part * PART, (part + 1) * PART).map((cells) => ({ row: crypto.randomUUID(), cells }));
      const { data, errors } = await server.ask<{ push: { json: PushAnswer | string } }>(portfolio, PUSH, {
        variables: { register, batch, part, rows: sent },
      });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      const { json } = data.push;
      for (const { outcome, refusals } of (typeof json === "string" ? (JSON.parse(json) as PushAnswer) : json).results)
        if (refusals) for (const { code, rule, column } of refusals) count(`REFUSED ${rule ?? code} ${column ?? ""}`);
        else count(outcome);
    }
    const seconds = (performance.now() - began) / 1_000;
    const told = [...tally].map(([what, n]) => `${what}: ${n}`).join("; ");
    console.log(`${register}: ${rows.length} rows in ${seconds.toFixed(1)} s. ${told}`);
  };

  const incidents = [...readIncidents(csv, portfolio.name)];
  const named = (column: string) => [...new Set(incidents.flatMap((cells) => cells[column] ?? []))].map(String);
  await push(
    "resources",
    named("subject").map((name) => ({ name, kind: "SOFTWARE" })),
  );
  await push(
    "categories",
    named("category").map((name) => ({ name })),
  );
  await push("incidents", incidents);

  const states = await world.store.query<{ state: string; n: number; first: string; last: string }>(
    `select state, count(*)::int as n, min(detected_at)::text as first, max(detected_at)::text as last
     from incident group by state order by n desc`,
  );
  for (const { state, n, first, last } of states) console.log(`  ${state}: ${n}, detected ${first} – ${last}`);
  const spans = await world.store.query<{ state: string; n: number; hours: number | null }>(
    `select state, count(*)::int as n, round(avg(extract(epoch from to_ - from_) / 3600)::numeric, 1)::float as hours
     from state_span where register = 'incidents' group by state order by n desc`,
  );
  for (const { state, n, hours } of spans)
    console.log(`  in ${state}: ${n} spans${hours === null ? "" : `, ${hours} h on average`}`);
  const [stamped] = await world.store.query<{ n: number }>(
    "select count(*)::int as n from incident where greatest(reacted_at, resolved_at, closed_at) > now() - interval '1 day'",
  );
  console.log(`  stamped with the present over history: ${stamped?.n ?? 0}`);
} finally {
  await server.close();
}
