import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "../../../schema/api/context.ts";
import type { KpiResult, KpiSeries } from "../../../schema/measuring/results.ts";
import { reportPages } from "./pages.ts";

const month = (number: number): string => `2026-${String(number).padStart(2, "0")}-01`;

const result = (at: number, value: number | null): KpiResult => ({
  kpi: { id: "1", code: "KPI-0002", name: "Pieejamība <b>", unit: "%" },
  scope: { kind: "INSTITUTION", id: null, code: "I", name: "Pārvalde" },
  period: { kind: "MONTH", from: month(at), to: month(at + 1) },
  ...{ value, numerator: value, denominator: 1, count: 1, target: 99, expected: 99, critical: null, attainment: 1 },
  ...{ status: "MET", change: null, coverage: 1, edition: 1, watermark: "1", computedAt: "2026-11-21T08:00:00Z" },
});

const results = [8, 9, 10].map((at) => result(at, 90 + at));
const series = (audience: string): KpiSeries => ({
  ...{ latest: results[2]!, results, direction: "HIGHER", low: null, high: null, audience },
  movement: {
    ...{ mean: 98, lower: 97, upper: 99, provisional: true, signals: [], slope: 1, forecast: null },
    words: { lv: "Aug katru mēnesi.", en: "It grows each month." },
  },
});

let now: Date;
let server: Server;
let url: string;
const asked: (Actor | null)[] = [];

beforeAll(async () => {
  const pages = reportPages({
    actorOf: async (headers) =>
      headers.get("authorization") === "Bearer good" ? ({ institutionId: "one" } as unknown as Actor) : null,
    series: async (actor) => {
      asked.push(actor);
      return [series("vadība"), { ...series("tehniskā komanda"), direction: "LOWER" }];
    },
    now: () => now,
  });
  server = createServer(
    (request, response) => void pages(request, response, new URL(request.url!, "http://x").pathname),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  now = new Date("2026-11-21T09:00:00Z");
});

const make = (query: string, token = "good") =>
  fetch(`${url}/report?${query}`, { method: "POST", headers: { authorization: `Bearer ${token}` } });

test("a report is made for a signed-in person of what they may read, and shown under a secret path", async () => {
  const made = await make("audience=MANAGEMENT&until=2026-11-01&lang=lv");
  expect(made.status).toBe(201);
  expect(asked.at(-1)).toMatchObject({ institutionId: "one" });
  const { path } = (await made.json()) as { path: string };
  expect(path).toMatch(/^\/report\/[\w-]{22}$/);
  const page = await fetch(url + path);
  const html = await page.text();
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(html).toContain("31.10.2026");
  expect(html).toContain("Pieejamība &lt;b&gt;");
  expect(html).toContain("✓ Sasniegts");
  expect(html).toContain("Aug katru mēnesi.");
  // One of the two is for management.
  expect(html.match(/<article>/g)).toHaveLength(1);
});

test("a report of an earlier day tells nothing that came after it", async () => {
  const made = await make("until=2026-10-01&lang=en");
  const html = await (await fetch(url + ((await made.json()) as { path: string }).path)).text();
  expect(html).toContain("09.2026");
  expect(html).not.toContain("10.2026</");
  expect(html).not.toContain("It grows each month.");
});

test("nobody makes one without signing in, or of what is not understood", async () => {
  expect((await make("until=2026-11-01", "bad")).status).toBe(401);
  expect((await make("until=yesterday")).status).toBe(400);
  expect((await make("until=2026-11-01&audience=PRESS")).status).toBe(400);
});

test("after five minutes it is gone, as is what never was", async () => {
  const { path } = (await (await make("until=2026-11-01")).json()) as { path: string };
  now = new Date("2026-11-21T09:05:00Z");
  for (const gone of [path, "/report/nothing"]) expect((await fetch(url + gone)).status).toBe(404);
});
