import { median, type Report } from "./bench.ts";
import { post } from "./client.ts";
import { inBothHouses, type House } from "./house.ts";
import { seeded } from "./service-rows.ts";

export const names = ["impact.10000n50000e", "impact.10000n50000e.embedded"];

const NODES = 10_000;
const SERVICES = 2_000;
const EDGES = 50_000;
const TURNS = 21;
const ASK = `query ($subject: ID!) { impact(subject: $subject) { services hits(register: "services") { id code name steps way } } }`;

/**
 * `impact.10000n50000e`: all services hit by one resource, each with its code, name and way, among 10,000 services and
 * resources and 50,000 dependencies, asked over GraphQL; a dependency changes before every question, so that what is
 * kept in memory is brought up to date within the time. Median of 20 in ms; the first question, which reads the whole
 * graph, goes to stderr.
 */
export async function run(report: Report): Promise<void> {
  await inBothHouses(async (house, suffix) => {
    const [root, edge] = await fill(house);
    const times: number[] = [];
    let services = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      await house.store.query(
        "update dependency set note = $2, feed = pg_current_xact_id()::text::bigint where id = $1",
        [edge, `turn ${turn}`],
      );
      const body = JSON.stringify({ query: ASK, variables: { subject: root } });
      const started = performance.now();
      const answer = await post(house.url, body, house.token);
      times.push(performance.now() - started);
      const { data } = JSON.parse(answer.toString()) as { data?: { impact: { services: number; hits: unknown[] } } };
      if (!data || data.impact.hits.length !== data.impact.services) throw new Error(answer.toString().slice(0, 2_000));
      ({ services } = data.impact);
    }
    if (services < SERVICES / 2) throw new Error(`only ${services} services are hit: the graph is no test`);
    const [first = 0, ...later] = times;
    console.error(
      `impact${suffix}: ${services} services; first ${first.toFixed(0)} ms, then ${later.map((ms) => ms.toFixed(0)).join(", ")} ms`,
    );
    report(`impact.10000n50000e${suffix}`, median(later), "ms");
  });
}

/** Layers upon layers: each needs five of the thousand below it; a fifth not critically, a tenth in groups of two. */
async function fill({ store, world: { portfolio } }: House): Promise<readonly [root: string, edge: string]> {
  const random = seeded(7);
  const ids = Array.from({ length: NODES }, () => crypto.randomUUID());
  const edges: object[] = [];
  for (let from = 1; edges.length < EDGES; from = (from % (NODES - 1)) + 1) {
    const below = () => ids[from - 1 - Math.floor(random() * Math.min(from, 1_000))];
    const critical = random() >= 0.2;
    const group = random() < 0.1 ? `g${edges.length}` : null;
    const add = () =>
      edges.push({ id: crypto.randomUUID(), code: `D-${edges.length}`, f: ids[from], t: below(), critical, g: group });
    add();
    if (group !== null && edges.length < EDGES) add();
  }
  const stamps = "1, pg_current_xact_id()::text::bigint, now(), $2::uuid, now(), $2::uuid";
  const system = "id, institution_id, version, feed, created_at, created_by, updated_at, updated_by";
  const subjects = (table: string, from: number, to: number, lists: string, empty: string) =>
    store.query(
      `insert into ${table} (${system}, code, name, stage, ${lists})
       select id, $1::uuid, ${stamps}, code, name, 'DELIVERING', ${empty}
       from json_to_recordset($3::json) as x(id uuid, code text, name text)`,
      [
        portfolio.institutionId,
        portfolio.personId,
        JSON.stringify(
          ids.slice(from, to).map((id, at) => ({ id, code: `N-${from + at}`, name: `Sistēma ${from + at}` })),
        ),
      ],
    );
  await subjects("resource", 0, NODES - SERVICES, "users", "'{}'");
  await subjects("service", NODES - SERVICES, NODES, "recipient_groups, channels, providers", "'{}', '{}', '{}'");
  await store.query(
    `insert into dependency (${system}, code, from_, to_, critical, group_, state)
     select id, $1::uuid, ${stamps}, code, f, t, critical, g, 'CURRENT'
     from json_to_recordset($3::json) as x(id uuid, code text, f uuid, t uuid, critical boolean, g text)`,
    [portfolio.institutionId, portfolio.personId, JSON.stringify(edges)],
  );
  const [some] = edges as { id: string }[];
  return [ids[0] ?? "", some?.id ?? ""];
}
