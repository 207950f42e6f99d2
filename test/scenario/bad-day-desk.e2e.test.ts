import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { instantToCivil, USUAL_ZONE } from "../../schema/registers/instants.ts";
import { Person } from "../newcomer/person.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";
import { caller, dayBefore } from "./desk/day-before.ts";
import { beginStep, fill, lookAt, takeStep } from "./desk/record.ts";
import { Sheet } from "./desk/sheet.ts";
import { callerWith, write } from "./people.ts";

/** The bad day of test/scenario/bad-day.test.ts as people live it: in sheet and pane, at three desks. */
const OUTPUT = fileURLToPath(new URL("../output/scenario", import.meta.url));
const SYSTEM = "Pakalpojumu informācijas sistēma";
const HOUR = 3_600_000;
const instant = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().replace(/\.\d+Z$/, "Z");
/** `dd.mm.yyyy hh:mm` on the institution's clock. */
const clock = (hours: number) => {
  const [day = "", time = ""] = instantToCivil(instant(hours), USUAL_ZONE).split("T");
  return `${day.split("-").reverse().join(".")} ${time.slice(0, 5)}`;
};

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await dayBefore(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("tells one bad day through the desk, from monitoring's alarm to the higher maturity", async ({ onTestFailed }) => {
  const people: Person[] = [];
  onTestFailed(async () => {
    for (const [at, { page }] of people.entries()) await page.screenshot({ path: `${OUTPUT}/failed-${at}.png` });
  });
  const at = async (name: string) => {
    const person = await Person.at(browser, server.url, name);
    people.push(person);
    return person;
  };
  // Owner of the system and of the services; answers for all resources; a desk that several people use.
  const [andris, maris, desk] = await Promise.all([at("Andris Kalniņš"), at("Māris Zariņš"), at("Līga Ozoliņa")]);
  await desk.tab("Briedums");
  await desk.pane.getByRole("heading", { name: "1. līmenis: sākotnējais" }).waitFor();

  // A machine registers the incident by its token.
  const maker = await caller(server.url, maris.name);
  const { data } = await maker.ask<{ createApiToken: { token: string } }>(
    'mutation { createApiToken(name: "Zabbix") { token } }',
  );
  const monitoring = callerWith(server.url, "Zabbix", data.createApiToken.token);
  const INCIDENT = "Pieteikumu sistēma neatveras";
  const seen = { title: INCIDENT, subject: SYSTEM, source: "MONITORING", detectedAt: instant(-0.5) };
  const { code: incidentCode } = await write(monitoring, "incidents", seen);

  // Three services are hit: the Record page draws them under what failed.
  const incidents = await new Sheet(andris, "incidents").open();
  const marisIncidents = await new Sheet(maris, "incidents").open();
  await lookAt(marisIncidents, INCIDENT);
  const tree = maris.pane.getByRole("tree", { name: "Kas pārtrūkst un caur ko" });
  for (const service of [
    "Dzīvesvietas deklarēšana",
    "Izziņas par deklarēto dzīvesvietu izsniegšana",
    "Klientu konsultēšana",
  ])
    await tree.getByRole("treeitem", { name: service }).waitFor();
  await maris.pane.getByText("Kopā pārtrūkst 3 pakalpojumi un resursi.").waitFor();

  // The front office enters who called because of it, and an ordinary request.
  await desk.become("Jānis Bērziņš", "Klientu apkalpotājs");
  const applications = await new Sheet(desk, "applications").open();
  const heard = { channel: "PHONE", applicant: "Rita Saule", service: "Dzīvesvietas deklarēšana" };
  await applications.enter({
    ...{ title: "Nevar deklarēt dzīvesvietu", kind: "INCIDENT", ...heard, opened: incidentCode },
    ...{ priority: "P1", level: "L1", state: "IN_PROGRESS" },
  });
  await applications.enter({ title: "Vēlas izziņu", kind: "SERVICE_REQUEST", ...heard });
  await applications.publish();

  // It is classified in the sheet: P1, and P1 is major.
  await incidents.edit(INCIDENT, {
    ...{ category: "Informācijas sistēma nav pieejama", impact: "I1", urgency: "U1", outage: "FULL" },
    ...{ major: false, state: "CLASSIFIED" },
  });
  await incidents.tryToPublish();
  await andris.pane.getByText("P1 incidents ir būtisks.").first().waitFor();
  await incidents.edit(INCIDENT, { major: true });
  await incidents.publish();
  expect(await incidents.read(INCIDENT, "priority")).toBe("P1");

  // Knowledge offers a way around it, and it is taken.
  await lookAt(incidents, INCIDENT);
  await andris.pane.getByText("Pieteikuma karte neatveras").first().waitFor();
  await andris.pane.getByText("Pārslēgt uz rezerves serveri.").first().waitFor();
  await takeStep(incidents, INCIDENT, "Sākt diagnosticēšanu", { assignee: andris.name, coordinator: maris.name });
  await takeStep(incidents, INCIDENT, "Sākt risināšanu");
  await takeStep(incidents, INCIDENT, "Atrisināt", {
    ...{ restoredAt: "NOW", resolution: "WORKAROUND", knowledge: "KN-0001" },
    workDone: "Pārstartēts lietotņu serveris pēc raksta.",
  });

  // The problem behind it: four steps in one row of the sheet, the known error by the form.
  const PROBLEM = "Savienojumi ar datu bāzi beidzas";
  const problems = await new Sheet(andris, "problems").open();
  await problems.enter({
    ...{ title: PROBLEM, subject: SYSTEM, category: "Informācijas sistēma nav pieejama", impact: "I1", urgency: "U2" },
    ...{ assignee: andris.name, state: "INVESTIGATING" },
  });
  await problems.publish();
  const problemCode = await problems.code(PROBLEM);
  const ARTICLE = "Savienojumu krājums: kā to palielināt";
  const knowledge = await new Sheet(andris, "knowledge").open();
  await knowledge.enter({
    ...{ title: ARTICLE, cause: "Savienojumu krājums par mazu.", solution: "Palielināt krājumu.", level: "L2" },
    ...{ subjects: SYSTEM, records: problemCode },
  });
  await knowledge.publish();
  await takeStep(problems, PROBLEM, "Atzīt par zināmu kļūdu", { rootCause: "Savienojumu krājums par mazu." });

  // The lesson is recorded, and another than who resolved the incident closes it; its application closes with it.
  const LESSON = "Brīdināt, kad savienojumu maz";
  const improvements = await new Sheet(maris, "improvements").open();
  await improvements.enter({ title: LESSON, finding: "Neviens nebrīdināja.", from: incidentCode, subject: SYSTEM });
  await improvements.publish();
  await marisIncidents.open();
  await takeStep(marisIncidents, INCIDENT, "Slēgt", {
    ...{ confirmed: true, review: "Brīdinājuma nebija.", lessons: "1", problem: problemCode },
  });
  await applications.open();
  expect(await applications.read("Nevar deklarēt dzīvesvietu", "state")).toBe("Slēgts");

  // A change is asked for at the front desk, classified by the owner, assessed by two experts.
  const CHANGE = "Lielāks savienojumu krājums";
  const asked = await new Sheet(desk, "changes").open();
  await asked.enter({
    ...{ title: CHANGE, description: "Palielināt krājumu.", reason: "Savienojumi beidzas.", subjects: SYSTEM },
    problem: problemCode,
  });
  await asked.publish();
  const changeCode = await asked.code(CHANGE);
  await problems.edit(PROBLEM, { changes: changeCode, state: "CHANGE_RAISED" });
  await problems.publish();
  const changes = await new Sheet(andris, "changes").open();
  await changes.edit(CHANGE, {
    ...{ kind: "NORMAL", complexity: "COMPLEX", experts: "Elīna Krūmiņa; Ilze Liepiņa", state: "CLASSIFIED" },
    ...{ plannedStart: clock(24), plannedEnd: clock(26) },
  });
  await changes.publish();
  const view = {
    ...{ expected: "Savienojumu pietiks", impact: "Īss pārtraukums", likelihood: "2", consequence: "3" },
    ...{ resources: "Divas stundas", backout: "Atgriezt veco vērtību", conclusion: "SUPPORT" },
  };
  for (const expert of ["Elīna Krūmiņa", "Ilze Liepiņa"]) {
    await desk.become(expert);
    const assessments = await new Sheet(desk, "assessments").open();
    await assessments.enter({ change: changeCode });
    await assessments.publish();
    await takeStep(assessments, await assessments.lastCode(), "Iesniegt", view);
  }
  await takeStep(changes, CHANGE, "Pabeigt novērtēšanu");

  // It collides with another one, which the pane tells before authorising; it is moved.
  const other = await write(await caller(server.url, andris.name), "changes", {
    ...{ title: "Jauna deklarācijas veidlapa", subjects: ["Dzīvesvietas deklarēšana"], kind: "NORMAL" },
    ...{ description: "Nomainīt veidlapu.", reason: "Jauni noteikumi.", complexity: "SIMPLE", state: "CLASSIFIED" },
    ...{ plannedStart: instant(25), plannedEnd: instant(27) },
  });
  const authorised = await new Sheet(maris, "changes").open();
  await lookAt(authorised, CHANGE);
  const warned = await beginStep(maris, "Autorizēt");
  await warned.getByText(new RegExp(other.code)).waitFor();
  await warned.getByRole("button", { name: "Atcelt" }).click();
  await changes.edit(CHANGE, { plannedStart: clock(48), plannedEnd: clock(50) });
  await changes.publish();
  await authorised.open();
  await lookAt(authorised, CHANGE);
  const form = await beginStep(maris, "Autorizēt");
  expect(await form.getByText(new RegExp(other.code)).count()).toBe(0);
  await fill(authorised, form, { board: "Jānis, Elīna un Ilze: atbalsta.", boardOn: "NOW" });
  await form.getByRole("button", { name: "Darīt: Autorizēt" }).click();
  await maris.pane.getByText("Izdarīts: Autorizēt. Lapa ir atsvaidzināta.").waitFor();

  // Implemented with a deviation, which has to be told; reviewed and closed by the one who answers for resources.
  await changes.open();
  await takeStep(changes, CHANGE, "Ieplānot", { plan: "1. Krājums. 2. Pārbaude.", implementers: andris.name });
  await takeStep(changes, CHANGE, "Sākt ieviest");
  await lookAt(changes, CHANGE);
  const implementing = await beginStep(andris, "Pabeigt ieviešanu");
  await fill(changes, implementing, { outcome: "SUCCESSFUL_WITH_DEVIATION" });
  await implementing.getByRole("button", { name: "Darīt: Pabeigt ieviešanu" }).click();
  await andris.pane.getByText("Labojiet atzīmētos laukus.").waitFor();
  await fill(changes, implementing, { deviations: "Pārbaude ilga stundu ilgāk." });
  await implementing.getByRole("button", { name: "Darīt: Pabeigt ieviešanu" }).click();
  await andris.pane.getByText("Izdarīts: Pabeigt ieviešanu. Lapa ir atsvaidzināta.").waitFor();
  await authorised.open();
  await takeStep(authorised, CHANGE, "Pārskatīt", { review: "Mērķis sasniegts." });
  await authorised.edit(CHANGE, { state: "CLOSED" });
  await authorised.publish();

  // The problem closes with its change, in the sheet: two steps at once.
  await problems.edit(PROBLEM, { resolution: "Krājums palielināts.", state: "CLOSED" });
  await problems.publish();

  // The article is published by another than its author, who is told so.
  await takeStep(knowledge, ARTICLE, "Nodot pārskatīšanai");
  await andris.pane.getByText("Soļi, ko jūs nevarat").click();
  await andris.pane.getByText("Rakstu nepublicē tā vienīgais autors.").waitFor();
  const published = await new Sheet(maris, "knowledge").open();
  await takeStep(published, ARTICLE, "Publicēt", { reviewDue: "31.12.2099" });

  // The improvement is planned, and the institution is more mature than in the morning.
  await improvements.edit(LESSON, {
    ...{ plan: "Uzlikt slieksni.", owner: andris.name, due: "31.12.2099", state: "PLANNED" },
  });
  await improvements.publish();
  await desk.become("Līga Ozoliņa");
  await desk.tab("Briedums");
  await desk.pane.getByRole("heading", { name: "2. līmenis: atkārtojams" }).waitFor();
  expect(people.flatMap(({ errors }) => errors)).toEqual([]);
}, 300_000);
