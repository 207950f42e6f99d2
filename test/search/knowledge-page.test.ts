import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, startTestServer } from "../support/server.ts";
import { created } from "../support/world.ts";
import { publishedArticle, put } from "./helpers.ts";

let server: TestServer;
const NASTY = `Parole <script>alert("1")</script> & 'citi'`;

beforeAll(async () => {
  server = await startTestServer();
  const { world } = server;
  const { portfolio, owner, provider } = world;
  await created(world, { name: "Pases izsniegšana", owner: owner.name, providers: [provider.name] });
  const article = (cells: object) =>
    put(world, portfolio, "knowledge", publishedArticle(world, { level: "L0", ...cells }));
  await article({
    title: "Kā pieteikt pasi?",
    symptom: "Pase beigusies",
    solution: "1. Pierakstīties.\n2. Ierasties.",
  });
  await article({ title: NASTY, solution: "Nomainīt", reviewDue: "2020-05-01" });
  await article({ title: "Tikai darbiniekiem", level: "L1" });
  await put(world, portfolio, "knowledge", { title: "Melnraksts", level: "L0", subjects: ["Pases izsniegšana"] });
}, 60_000);
afterAll(() => server.close());

const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") => {
  const response = await fetch(`${server.url}${path}`, { headers, method });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

test("the self-service level, and nothing else, is read without signing in, with whose it is", async () => {
  const { status, html } = await get("/knowledge");
  expect(status).toBe(200);
  expect(html).toContain("Kā pieteikt pasi?");
  expect(html).toContain("Iestāde here");
  expect(html).not.toContain("Tikai darbiniekiem");
  expect(html).not.toContain("Melnraksts");
  for (const code of ["KN-0003", "KN-0004", "KN-9999"]) expect((await get(`/knowledge/${code}`)).status).toBe(404);
});

test("it is searched by inflected words, which are marked", async () => {
  const { html } = await get(`/knowledge?q=${encodeURIComponent("pases pieteikšana")}`);
  expect(html).toContain("<mark>pieteikt</mark> <mark>pasi</mark>?");
  expect(html).not.toContain("Parole");
  const none = await get("/knowledge?q=darbiniekiem");
  expect(none.html).toContain("Nekas nav atrasts");
});

test("what people wrote is text, in the page, in its title and in what was searched for", async () => {
  const [list, article, asked] = await Promise.all([
    get("/knowledge"),
    get("/knowledge/kn-0002"),
    get(`/knowledge?q=${encodeURIComponent(`"><script>x</script>`)}`),
  ]);
  for (const { html } of [list, article, asked]) expect(html).not.toMatch(/<script/i);
  expect(article.html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;citi&#39;");
});

test("an article past its review date is marked, in the list and on its page", async () => {
  expect((await get("/knowledge")).html.match(/class="outdated"/g)).toHaveLength(1);
  expect((await get("/knowledge/KN-0002")).html).toContain("bija paredzēts pārskatīt līdz 01.05.2020.");
  expect((await get("/knowledge/KN-0001")).html).not.toContain('class="warning"');
});

test("the page speaks the browser's language or the one chosen", async () => {
  expect((await get("/knowledge", { "accept-language": "en-GB" })).html).toContain('<html lang="en">');
  expect((await get("/knowledge?lang=lv", { "accept-language": "en" })).html).toContain('<html lang="lv">');
});

test("the page needs no script and lets none run, and stands in nobody's frame", async () => {
  const { headers, html } = await get("/knowledge/KN-0001");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(html).toContain('<p class="text">1. Pierakstīties.\n2. Ierasties.</p>');
});

test("pages are only read, and a page there is not says so as a page", async () => {
  expect((await get("/knowledge", {}, "POST")).status).toBe(405);
  const missing = await get("/knowledge/%3Cb%3E");
  expect(missing.status).toBe(404);
  expect(missing.html).toContain("Šāda raksta nav");
  expect(server.reported).toEqual([]);
});
