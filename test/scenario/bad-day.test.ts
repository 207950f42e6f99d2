import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";
import { callerWith, done, edit, newcomer, read, take, write, type Caller } from "./people.ts";

/** One bad day of an institution, told through the public API alone, one chapter a test. */

let server: TestServer;
/** Owner of the services, who delivers them, who meets people, who owns the server, who answers for all resources. */
let janis: Caller, anna: Caller, dace: Caller, egils: Caller, maris: Caller;
/** Answers for all services; somebody from outside. */
let ilze: Caller, rita: Caller;

beforeAll(async () => {
  server = await startTestServer();
  const { world, tokens, url } = server;
  const [first, second, third, fourth] = [world.portfolio, world.owner, world.provider, world.front].map(({ name }) =>
    callerWith(url, name, tokens[name] ?? ""),
  );
  if (!first || !second || !third || !fourth) throw new Error("the world lacks people");
  [ilze, janis, anna, dace] = [first, second, third, fourth];
  egils = await newcomer(server, "Egils Vilks", "RESOURCE_USER");
  maris = await newcomer(server, "Māris Zariņš", "RESOURCE_PORTFOLIO_OWNER");
  rita = await newcomer(server, "Rita Saule", "RECIPIENT");
});
afterAll(() => server?.close());

const SERVER = "Datu bāzes serveris";
const SERVICES = ["Pases izsniegšana", "Deklarētās dzīvesvietas izziņa", "Būvatļauja"] as const;
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().replace(/\.\d+Z$/, "Z");
const today = () => new Date().toISOString().slice(0, 10);

/** What one chapter leaves to the next. */
let incident = "";
let problem = "";
let change = "";
let application = "";
let lesson = "";
let incidentCode = "";
let problemCode = "";
let changeCode = "";
let workaround = { id: "", code: "" };
let article = { id: "", code: "" };

interface Maturity {
  readonly level: number;
  readonly processes: readonly { readonly process: string; readonly inPlace: boolean }[];
}
async function maturity(): Promise<{ level: number; inPlace: string[] }> {
  const { data } = await ilze.ask<{ maturity: Maturity }>("{ maturity { level processes { process inPlace } } }");
  const { level, processes } = data.maturity;
  return { level, inPlace: processes.filter(({ inPlace }) => inPlace).map(({ process }) => process) };
}

test("the day before: three services stand on one server, each process has its manager and description", async () => {
  await write(maris, "resources", { name: SERVER, kind: "HARDWARE", owner: egils.name });
  await write(maris, "resources", { name: "Pakalpojumu portāls", kind: "INFORMATION_SYSTEM", owner: egils.name });
  for (const name of SERVICES)
    await write(ilze, "services", { name, kind: "CORE", owner: janis.name, providers: [anna.name] });
  const [passport, extract, permit] = SERVICES;
  for (const [from, to] of [
    [passport, SERVER],
    [extract, SERVER],
    [permit, "Pakalpojumu portāls"],
    ["Pakalpojumu portāls", SERVER],
  ])
    await write(from === "Pakalpojumu portāls" ? maris : ilze, "dependencies", { from, to, critical: true });
  await write(ilze, "categories", { name: "Datu bāze nepieejama", playbook: "1. Pārslēgt uz rezerves datu bāzi." });

  workaround = await write(anna, "knowledge", {
    title: "Datu bāzes serveris neatbild",
    symptom: "Pakalpojumi rāda savienojuma kļūdu.",
    solution: "Pārslēgt lietotnes uz rezerves datu bāzi.",
    level: "L1",
    category: "Datu bāze nepieejama",
    subjects: [SERVICES[0], SERVER],
    reviewDue: "2099-01-01",
  });
  await done(anna, "submitArticle", workaround.id);
  await done(maris, "publishArticle", workaround.id);

  const PROCESSES = ["APPLICATIONS", "SERVICE_REQUESTS", "INCIDENTS", "PROBLEMS", "CHANGES", "IMPROVEMENT"];
  for (const process of PROCESSES)
    await write(ilze, "processes", { process, manager: janis.name, description: "Notiek pēc kārtības Nr. 4." });
  expect(await maturity()).toEqual({ level: 1, inPlace: [] });
});

test("monitoring registers the incident by its token, and nothing else", async () => {
  const { data } = await maris.ask<{ createApiToken: { token: string } }>(
    'mutation { createApiToken(name: "Zabbix") { token } }',
  );
  const monitoring = callerWith(server.url, "Zabbix", data.createApiToken.token);
  const cells = { title: "Datu bāzes serveris neatbild", subject: SERVER, source: "MONITORING", detectedAt: at(-0.02) };
  const registered = await write(monitoring, "incidents", cells);
  [incident, incidentCode] = [registered.id, registered.code];
  expect(await read(egils, "incident", incident, "state source priority")).toEqual({
    ...{ state: "REGISTERED", source: "MONITORING", priority: null },
  });
  await expect(write(monitoring, "resources", { name: "Cits", kind: "HARDWARE" })).rejects.toThrow();
  const { errors } = await monitoring.ask("{ incidents { totalCount } }");
  expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
});

test("three services are hit, each by its way through the graph", async () => {
  const { data } = await egils.ask<{
    impactOf: { services: number; hits: { name: string; steps: number; way: string }[] };
  }>(
    'query ($row: ID!) { impactOf(register: "incidents", row: $row) { services hits(register: "services") { name steps way } } }',
    {
      row: incident,
    },
  );
  expect(data.impactOf.services).toBe(3);
  expect(Object.fromEntries(data.impactOf.hits.map(({ name, steps }) => [name, steps]))).toEqual({
    ...{ [SERVICES[0]]: 1, [SERVICES[1]]: 1, [SERVICES[2]]: 2 },
  });
});

test("a citizen applies because of it, and the application follows the incident", async () => {
  const written = await write(dace, "applications", {
    title: "Nevar saņemt izziņu",
    kind: "INCIDENT",
    applicant: rita.name,
    applicantPerson: rita.name,
    channel: "PHONE",
    service: SERVICES[1],
    opened: incidentCode,
  });
  application = written.id;
  await done(dace, "classifyApplication", application, { priority: "P1", level: "L1" });
  await done(dace, "startApplication", application);
  expect(await read(rita, "application", application, "state")).toEqual({ state: "IN_PROGRESS" });
});

test("it is classified P1, and P1 is major", async () => {
  const cells = { category: "Datu bāze nepieejama", impact: "I1", urgency: "U1", outage: "FULL" };
  const refused = await take(egils, "classifyIncident", incident, { ...cells, major: false });
  expect(refused.outcome).toBe("REFUSED");
  expect(refused.refusals[0]).toMatchObject({ column: "major", message: expect.stringContaining("P1") as string });
  await done(egils, "classifyIncident", incident, { ...cells, major: true });
  expect(await read(egils, "incident", incident, "state priority major")).toEqual({
    ...{ state: "CLASSIFIED", priority: "P1", major: true },
  });
});

test("the knowledge base offers a workaround, which restores the services", async () => {
  const { data } = await egils.ask<{
    suggest: { articles: { code: string }[]; playbook: { text: string } | null };
  }>(
    `query ($title: String!, $subject: String!) {
      suggest(register: "incidents", title: $title, subject: $subject, category: "Datu bāze nepieejama") {
        articles { code } playbook { text }
      } }`,
    { title: "Serveris neatbild, nav datu bāzes", subject: SERVER },
  );
  expect(data.suggest.articles.map(({ code }) => code)).toEqual([workaround.code]);
  expect(data.suggest.playbook?.text).toContain("rezerves datu bāzi");

  const alone = await take(egils, "diagnoseIncident", incident, { assignee: egils.name });
  expect(alone.refusals[0]).toMatchObject({ column: "coordinator" });
  await done(egils, "diagnoseIncident", incident, { assignee: egils.name, coordinator: maris.name });
  await done(egils, "startResolvingIncident", incident);
  await done(egils, "resolveIncident", incident, {
    resolution: "WORKAROUND",
    knowledge: [workaround.code],
    workDone: "Pārslēgts uz rezerves datu bāzi pēc raksta.",
    restoredAt: at(0),
  });
  expect(await read(egils, "incident", incident, "state resolver { name }")).toEqual({
    ...{ state: "RESOLVED", resolver: { name: egils.name } },
  });
});

test("the problem behind it is found, and written up", async () => {
  const written = await write(egils, "problems", { title: "Serveris apstājas, kad disks pilns", subject: SERVER });
  [problem, problemCode] = [written.id, written.code];
  await done(egils, "classifyProblem", problem, { category: "Datu bāze nepieejama", impact: "I1", urgency: "U2" });
  await done(egils, "investigateProblem", problem, { assignee: egils.name });
  const cause = { rootCause: "Žurnāli aizpilda disku." };
  const early = await take(egils, "declareKnownError", problem, cause);
  expect(early.refusals[0]).toMatchObject({ column: "knowledge" });
  article = await write(egils, "knowledge", {
    title: "Disks pilns: kā atbrīvot žurnālus",
    cause: "Žurnāli aizpilda disku.",
    solution: "Arhivēt žurnālus un paplašināt disku.",
    level: "L2",
    subjects: [SERVER],
    records: [problemCode],
  });
  await done(egils, "declareKnownError", problem, { ...cause, knowledge: [article.code] });
});

test("the major incident is reviewed, its lesson recorded, and closed by another than who resolved it", async () => {
  const review = { confirmed: true, review: "Pārslēgšana notika lēni.", lessons: 1, problem: problemCode };
  const own = await take(egils, "closeIncident", incident, review);
  expect(own.outcome).toBe("REFUSED");
  const bare = await take(maris, "closeIncident", incident, review);
  expect(bare.refusals[0]).toMatchObject({ column: "lessons" });
  const finding = { finding: "Pārslēgšana ar roku prasa stundu.", from: incidentCode, subject: SERVER };
  lesson = (await write(maris, "improvements", { title: "Automātiska pārslēgšana", ...finding })).id;
  await done(maris, "closeIncident", incident, review);
  expect(await read(maris, "article", workaround.id, "useCount")).toEqual({ useCount: 1 });
});

test("the applicant is told: the application ended with the incident", async () => {
  const told = await read<{ state: string }>(rita, "application", application, "state");
  expect(told.state).toBe("CLOSED");
  await write(dace, "applications", {
    ...{ title: "Izziņa par dzīvesvietu", kind: "SERVICE_REQUEST", service: SERVICES[1] },
    ...{ applicant: rita.name, applicantPerson: rita.name, channel: "PHONE" },
  });
});

test("a complex change is raised and assessed by two experts", async () => {
  const written = await write(anna, "changes", {
    title: "Servera diska paplašināšana",
    description: "Pievienot disku un pārcelt žurnālus.",
    reason: "Disks piepildās.",
    subjects: [SERVER],
    problem: problemCode,
  });
  [change, changeCode] = [written.id, written.code];
  await done(egils, "raiseChangeForProblem", problem, { changes: [changeCode] });
  await done(egils, "classifyChange", change, { kind: "NORMAL", complexity: "COMPLEX" });
  await edit(egils, "changes", "change", change, {
    experts: [janis.name, dace.name],
    plannedStart: at(24),
    plannedEnd: at(26),
  });
  const assess = async (expert: Caller) => {
    const { id } = await write(expert, "assessments", { change: changeCode });
    const risk = { likelihood: 2, consequence: 3, resources: "Divas stundas", backout: "Atgriezt veco disku" };
    const view = { expected: "Vieta trim gadiem", impact: "Divu stundu pārtraukums", conclusion: "SUPPORT" };
    await done(expert, "giveAssessment", id, { ...risk, ...view });
  };
  await assess(janis);
  const early = await take(egils, "assessChange", change);
  expect(early.refusals[0]?.message).toContain("2");
  await assess(dace);
  await done(egils, "assessChange", change);
});

test("it collides with another change, and is moved", async () => {
  const other = await write(janis, "changes", {
    title: "Jauna pases veidlapa",
    subjects: [SERVICES[0]],
    ...{ description: "Nomainīt veidlapu.", reason: "Jauni noteikumi.", kind: "NORMAL", complexity: "SIMPLE" },
    ...{ plannedStart: at(25), plannedEnd: at(27), experts: [anna.name], state: "CLASSIFIED" },
  });
  const meets = async () => {
    const { data } = await maris.ask<{ collisions: { items: { code: string; how: string }[] } }>(
      "query ($id: ID!) { collisions(change: $id) { items { code how } } }",
      { id: change },
    );
    return data.collisions.items;
  };
  const warned = async () => {
    const { allowedTransitions } = await read<{ allowedTransitions: { intent: string; warnings: string[] }[] }>(
      maris,
      "change",
      change,
      "allowedTransitions { intent warnings }",
    );
    return allowedTransitions.find(({ intent }) => intent === "authoriseChange")?.warnings;
  };
  expect(await meets()).toEqual([{ code: other.code, how: "DEPENDENT" }]);
  expect(await warned()).toEqual([expect.stringContaining(other.code)]);
  await edit(egils, "changes", "change", change, { plannedStart: at(48), plannedEnd: at(50) });
  expect(await meets()).toEqual([]);
  expect(await warned()).toEqual([]);
});

test("the portfolio owner authorises it, nobody else", async () => {
  const board = { board: "Jānis, Dace un Egils: atbalsta.", boardOn: today() };
  for (const other of [egils, anna]) {
    const refused = await take(other, "authoriseChange", change, board);
    expect(refused.outcome, other.name).toBe("REFUSED");
  }
  await done(maris, "authoriseChange", change, board);
  expect(await read(anna, "change", change, "state authorisedBy { name }")).toEqual({
    ...{ state: "AUTHORISED", authorisedBy: { name: maris.name } },
  });
});

test("it is implemented with a deviation, reviewed and closed", async () => {
  await done(egils, "planChange", change, { plan: "1. Disks. 2. Žurnāli.", implementers: [egils.name] });
  await done(egils, "startChange", change);
  const outcome = { outcome: "SUCCESSFUL_WITH_DEVIATION" };
  const silent = await take(egils, "implementChange", change, outcome);
  expect(silent.refusals[0]).toMatchObject({ column: "deviations" });
  await done(egils, "implementChange", change, { ...outcome, deviations: "Pārcelšana ilga stundu ilgāk." });
  const waiting = await take(egils, "resolveProblem", problem, { resolution: "Disks paplašināts." });
  expect(waiting.refusals[0]).toMatchObject({ column: "changes" });
  await done(maris, "reviewChange", change, { review: "Mērķis sasniegts." });
  await done(maris, "closeChange", change);
});

test("the problem closes with its change", async () => {
  await done(egils, "resolveProblem", problem, { resolution: "Disks paplašināts." });
  await done(egils, "closeProblem", problem);
  expect(await read(egils, "problem", problem, "state")).toEqual({ state: "CLOSED" });
});

test("what was learnt is published by another than its author", async () => {
  await done(egils, "submitArticle", article.id);
  const own = await take(egils, "publishArticle", article.id, { reviewDue: "2099-01-01" });
  expect(own.outcome).toBe("REFUSED");
  await done(maris, "publishArticle", article.id, { reviewDue: "2099-01-01" });
  expect(await read(egils, "article", article.id, "state publisher { name }")).toEqual({
    ...{ state: "PUBLISHED", publisher: { name: maris.name } },
  });
});

test("the improvement is on its way, and the maturity rises", async () => {
  await done(maris, "planImprovement", lesson, { plan: "Ieviest klasteri.", owner: egils.name, due: "2099-01-01" });
  expect(await read(egils, "improvement", lesson, "state")).toEqual({ state: "PLANNED" });
  expect(await maturity()).toEqual({
    level: 2,
    inPlace: ["APPLICATIONS", "SERVICE_REQUESTS", "INCIDENTS", "PROBLEMS", "CHANGES", "IMPROVEMENT"],
  });
});
