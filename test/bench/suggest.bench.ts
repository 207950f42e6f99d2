import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "../../schema/api/context.ts";
import { entryOf } from "../../server/search/index-row.ts";
import { INCIDENTS, KNOWLEDGE, PROBLEMS, type Searched } from "../../server/search/searched.ts";
import { suggest } from "../../server/search/suggest.ts";
import { addPeople } from "../../server/store/newcomers.ts";
import { NewRows } from "../../server/store/new-rows.ts";
import { openStore } from "../../server/store/open.ts";
import { SearchLog } from "../../server/store/search-log.ts";
import type { StoredCells } from "../../server/store/stored-row.ts";
import type { Store } from "../../server/store/store.ts";
import { median, type Report } from "./bench.ts";
import { benchDatabase } from "./database.ts";
import { incidentTexts, seeded } from "./incident-texts.ts";

export const names = ["suggest.100000", "suggest.100000.embedded"];

const SHARES = [
  { searched: INCIDENTS, rows: 95_000, state: "CLOSED" },
  { searched: PROBLEMS, rows: 2_000, state: "KNOWN_ERROR" },
  { searched: KNOWLEDGE, rows: 3_000, state: "PUBLISHED" },
] as const;
const PORTION = 5_000;
const QUESTIONS = 40;

/**
 * `suggest.100000`: similar closed incidents, known errors and knowledge, five of each, for the title and description
 * of an incident that is being written, among 95,000 closed incidents, 2,000 known errors and 3,000 articles; the
 * median of forty different ones, in ms, with everything that the use case does for a person who is signed in.
 */
export async function run(report: Report): Promise<void> {
  const database = await benchDatabase();
  try {
    const store = await openStore({ database: { kind: "postgresql", url: database.url } });
    await measure(store, "suggest.100000", report).finally(() => store.close());
  } finally {
    await database.drop();
  }
  const folder = await mkdtemp(join(tmpdir(), "saime-bench-"));
  try {
    const store = await openStore({ database: { kind: "embedded", folder } });
    await measure(store, "suggest.100000.embedded", report).finally(() => store.close());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(store: Store, name: string, report: Report): Promise<void> {
  const actor = await fill(store);
  const random = seeded(2);
  const times: number[] = [];
  // The first question looks at how common words are, which holds for minutes.
  for (let turn = 0; turn <= QUESTIONS; turn++) {
    const { title, description } = incidentTexts(random);
    const started = performance.now();
    const found = await suggest(store, actor, {
      ...{ register: "incidents", title, description, subject: null, category: null, limit: 5 },
    });
    const time = performance.now() - started;
    if (found.closedIncidents.length === 0) throw new Error(`nothing was found for ${title}`);
    if (turn === 0) console.error(`${name}: the first ${time.toFixed(0)} ms`);
    else times.push(time);
  }
  const sorted = [...times].sort((one, other) => one - other);
  console.error(`${name}: ${sorted.map((time) => time.toFixed(0)).join(" ")} ms`);
  report(name, median(times), "ms");
}

/** An institution with everything in it, rows and index, as pushes would leave them; gives who asks. */
async function fill(store: Store): Promise<Actor> {
  const [institutionId, personId] = [randomUUID(), randomUUID()];
  await store.query("insert into institution (id, code, name) values ($1, 'BENCH', 'Iestāde')", [institutionId]);
  await addPeople(store, [{ id: personId, institution_id: institutionId, code: "PER-1", name: "Ilze Kalniņa" }]);
  const random = seeded(1);
  const at = new Date().toISOString();
  for (const { searched, rows, state } of SHARES) {
    for (let from = 0; from < rows; from += PORTION) {
      await store.transaction(async (sql) => {
        const by = { institutionId, actor: personId, feed: "1", at };
        const made = new NewRows(searched.register, by);
        const log = new SearchLog({ institutionId, register: searched.register.key });
        for (let row = from; row < Math.min(rows, from + PORTION); row++) {
          const id = randomUUID();
          const cells = cellsOf(searched, row, state, random);
          made.add({ id, version: 1, retired: false, cells });
          log.add(entryOf(searched, id, cells));
        }
        await made.insert(sql);
        await log.append(sql);
      });
    }
  }
  return { personId, institutionId, name: "Ilze Kalniņa", roles: ["SERVICE_PORTFOLIO_OWNER"] };
}

const SUBJECTS = Array.from({ length: 50 }, () => randomUUID());

function cellsOf({ register }: Searched, row: number, state: string, random: () => number): StoredCells {
  const { title, description, work } = incidentTexts(random);
  const subject = SUBJECTS[Math.floor(random() * SUBJECTS.length)] ?? "";
  const code = `${register.code.prefix}-${String(row + 1).padStart(6, "0")}`;
  const common = { code, title, state };
  if (register.key === "knowledge")
    return { ...common, symptom: description, solution: work, level: "L1", edition: 1, subjects: [subject] };
  const dates = { detectedAt: "2026-01-01T08:00:00Z", closedAt: "2026-01-02T08:00:00Z" };
  if (register.key === "problems") return { ...common, description, rootCause: description, workaround: work, subject };
  return { ...common, description, workDone: work, subject, source: "PERSON", ...dates };
}
