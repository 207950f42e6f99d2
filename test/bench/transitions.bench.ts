import type { PushAnswer } from "../../schema/sync/protocol.ts";
import { median, type Report } from "./bench.ts";
import { post } from "./client.ts";
import { inBothHouses, type House } from "./house.ts";

export const names = ["push.transitions.vs_edits", "push.transitions.vs_edits.embedded"];

const INCIDENTS = 20_000;
const PART = 5_000;
const MANY = 1_000;
const TURNS = 5;
const PUSH = `mutation ($register: String!, $batch: ID!, $rows: [PushRowInput!]!) {
  push(register: $register, batch: $batch, rows: $rows) { json }
}`;

/**
 * `push.transitions.vs_edits`: 1,000 incidents classified (the state and five cells each, priorities worked out, spans
 * begun) over 1,000 others with six plain cells changed, in a register of 20,000, turn by turn; medians of five.
 */
export async function run(report: Report): Promise<void> {
  await inBothHouses(async (house, suffix) => {
    const ids = await fill(house);
    const transitions: number[] = [];
    const edits: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const [one, other] = [ids.slice(turn * 2 * MANY, (turn * 2 + 1) * MANY), ids.slice((turn * 2 + 1) * MANY, (turn * 2 + 2) * MANY)]; // prettier-ignore
      transitions.push(
        await push(
          house,
          "incidents",
          one.map((row, at) => ({
            row,
            base: 1,
            cells: {
              state: "CLASSIFIED",
              category: "E-pasts",
              impact: String(2 + (at % 3)),
              urgency: "3",
              outage: "NONE",
              major: false,
            },
          })),
        ),
      );
      edits.push(
        await push(
          house,
          "incidents",
          other.map((row, at) => ({
            row,
            base: 1,
            cells: {
              ...{
                title: `Cits nosaukums ${at}`,
                description: "Mainīts apraksts",
                impact: String(2 + (at % 3)),
                urgency: "3",
              },
              occurredAt: "2026-01-05T06:00:00Z",
              major: false,
            },
          })),
        ),
      );
    }
    const told = { transitions, edits };
    for (const [name, times] of Object.entries(told))
      console.error(`${name}${suffix}: ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    report(`push.transitions.vs_edits${suffix}`, median(transitions) / median(edits), "x");
  });
}

async function push({ url, token }: House, register: string, rows: readonly object[]): Promise<number> {
  const body = JSON.stringify({ query: PUSH, variables: { register, batch: crypto.randomUUID(), rows } });
  const started = performance.now();
  const text = (await post(url, body, token)).toString();
  const time = performance.now() - started;
  const { data } = JSON.parse(text) as { data?: { push: { json: PushAnswer } } };
  const outcomes = new Set(data?.push.json.results.map(({ outcome }) => outcome));
  if (outcomes.size !== 1 || !outcomes.has("APPLIED")) throw new Error(text.slice(0, 2_000));
  return time;
}

async function fill(house: House): Promise<readonly string[]> {
  const row = (cells: object) => ({ row: crypto.randomUUID(), base: null, cells });
  await push(house, "services", [row({ name: "E-pakalpojumi" })]);
  await push(house, "categories", [row({ name: "E-pasts" })]);
  const rows = Array.from({ length: INCIDENTS }, (_, at) =>
    row({
      ...{ title: `Incidents ${at}`, description: "Portāls neatveras", subject: "E-pakalpojumi", source: "PERSON" },
      detectedAt: "2026-01-05T07:00:00Z",
      registeredAt: "2026-01-05T07:05:00Z",
    }),
  );
  for (let at = 0; at < INCIDENTS; at += PART) await push(house, "incidents", rows.slice(at, at + PART));
  return rows.map(({ row: id }) => id);
}
