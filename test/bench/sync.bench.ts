import type { PushAnswer } from "../../schema/sync/protocol.ts";
import { startServer } from "../support/running-server.ts";
import { median, type Report } from "./bench.ts";
import { benchDatabase, type BenchDatabase } from "./database.ts";
import { post, PULL, PUSH, signInAs } from "./client.ts";
import { serviceCells } from "./service-rows.ts";

const FIGURES = [
  ["push.new.vs_copy", "x"],
  ["push.new", "rows/s"],
  ["pull.vs_copy", "x"],
  ["pull.50000", "ms"],
  ["push.edits.1000", "ms"],
] as const;
export const names = FIGURES.flatMap(([name]) => [name, `${name}.embedded`]);

const ROWS = 10_000;
const TURNS = 5;
/** Dry runs before the turns: a server that has just started takes its first pushes several times slower. */
const WARM_UP = 2;

/**
 * The server as `npm start` runs it, in a process of its own, asked over HTTP. Baselines are PostgreSQL's COPY of the
 * same rows in the same run, turn by turn, for the embedded database too; medians of five.
 * `push.new.vs_copy`: rows a second of 10,000 new services × 20 columns, checks and log included, over COPY's.
 * `pull.vs_copy`: time until the text of 50,000 services has arrived, over that of COPY … TO.
 * `push.edits.1000`: 1,000 services with three changed cells each.
 */
export async function run(report: Report): Promise<void> {
  const database = await benchDatabase();
  try {
    const units = new Map<string, string>(FIGURES);
    for (const suffix of ["", ".embedded"]) {
      const server = await startServer(suffix === "" ? { DATABASE_URL: database.url, SAIME_SAMPLE: "on" } : {});
      try {
        const figures = await measure(server.url, database);
        for (const [name, value] of Object.entries(figures)) report(name + suffix, value, units.get(name) ?? "");
      } finally {
        await server.stop();
      }
    }
  } finally {
    await database.drop();
  }
}

async function measure(url: string, database: BenchDatabase): Promise<Record<(typeof FIGURES)[number][0], number>> {
  const { token, colleagues } = await signInAs(url, "SERVICE_PORTFOLIO_OWNER");
  const rows = serviceCells(ROWS * TURNS, colleagues).map((cells) => ({ row: crypto.randomUUID(), base: null, cells }));
  const push = async (asked: readonly object[], dryRun = false) => {
    const body = JSON.stringify({ query: PUSH, variables: { batch: crypto.randomUUID(), rows: asked, dryRun } });
    const started = performance.now();
    const bytes = await post(url, body, token);
    const time = performance.now() - started;
    const text = bytes.toString();
    const answer = JSON.parse(text) as { data?: { push: { json: PushAnswer } } };
    const outcomes = new Set(answer.data?.push.json.results.map(({ outcome }) => outcome));
    if (outcomes.size !== 1 || !outcomes.has("APPLIED")) throw new Error(text.slice(0, 2_000));
    return time;
  };

  const pushes: number[] = [];
  const copiesIn: number[] = [];
  for (let turn = 0; turn < WARM_UP; turn++) await push(rows.slice(turn * ROWS, (turn + 1) * ROWS), true);
  for (let turn = 0; turn < TURNS; turn++) {
    pushes.push(await push(rows.slice(turn * ROWS, (turn + 1) * ROWS)));
    copiesIn.push(await database.copyFrom(ROWS));
  }
  const pulls: number[] = [];
  const copiesOut: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    pulls.push(await pullAll(url, token));
    copiesOut.push(await database.copyTo());
  }
  const edits: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const changed = rows.slice(turn * 1_000, (turn + 1) * 1_000);
    edits.push(
      await push(
        changed.map(({ row }, index) => ({
          row,
          base: 1,
          cells: { holder: `Struktūrvienība ${index}`, yearlyVolume: index, description: "Mainīts apraksts" },
        })),
      ),
    );
  }
  const told = { pushes, copiesIn, pulls, copiesOut, edits };
  for (const [name, times] of Object.entries(told))
    console.error(`${name}: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  return {
    "push.new.vs_copy": median(copiesIn) / median(pushes),
    "push.new": ROWS / (median(pushes) / 1_000),
    "pull.vs_copy": median(pulls) / median(copiesOut),
    "pull.50000": median(pulls),
    "push.edits.1000": median(edits),
  };
}

/** Milliseconds until all pages have arrived. The cursor stands near the end of a page, so nothing is parsed to go on. */
async function pullAll(url: string, token: string): Promise<number> {
  const started = performance.now();
  let since: string | null = null;
  let rows = 0;
  for (let more = true; more;) {
    const answer: Buffer = await post(url, JSON.stringify({ query: PULL, variables: { since } }), token);
    const end = /"count":(\d+),"cursor":"([^"]+)","more":(true|false)/.exec(
      answer.toString("utf8", Math.max(0, answer.length - 2_000)),
    );
    if (!end) throw new Error(answer.toString("utf8", 0, 2_000));
    rows += Number(end[1]);
    since = end[2] ?? null;
    more = end[3] === "true";
  }
  const time = performance.now() - started;
  if (rows < ROWS * TURNS) throw new Error(`${rows} rows were pulled`);
  return time;
}
