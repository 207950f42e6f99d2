import { ServerError } from "../../../addin/sync/server.ts";
import type { RecordService, Step } from "../../../addin/taskpane/records/port.ts";
import type { Scenario } from "./scenario.ts";
import { DEMO_TIMERS } from "./timers.ts";

const subject = (id: string, code: string, name: string) => ({
  ...{ id, code, name },
  register: code.startsWith("P") ? "services" : "resources",
});
const STEPS: readonly Step[] = [
  {
    ...{ to: "IMPROVING", label: "Pilnveidot", allowed: true, needs: [], who: "Pakalpojuma saimnieks", reasons: [] },
    takes: [],
    warnings: [
      "Tajā pašā laikā (22.11.2026 20:00 – 22.11.2026 23:00) notiek izmaiņa CHG-2026-00007 “Serveru nomaiņa”.",
    ],
  },
  {
    ...{ to: "RETIRED", label: "Likvidēt", allowed: true, who: "Kopuma saimnieks", reasons: [], warnings: [] },
    needs: ["retireReason", "owner", "reviewDue"],
    takes: ["kind", "yearlyVolume"],
  },
  {
    ...{
      to: "PLANNING",
      label: "Atgriezt plānošanā",
      allowed: false,
      needs: [],
      takes: [],
      who: "Kopuma saimnieks",
      warnings: [],
    },
    reasons: ["No “Sniegšana” uz “Plānošana” pāriet kopuma saimnieks. Lūdziet viņu."],
  },
];

/** Two people of one name. */
const JANIS = ["Jānis Bērziņš (D005)", "Jānis Bērziņš (D006)"];

/** What the server says of the demo's record. */
export class DemoRecords implements RecordService {
  readonly #scenario: Scenario;
  /** What the pane asked for, for tests to look at. */
  readonly calls: string[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  steps: RecordService["steps"] = async () => {
    this.#fail();
    return STEPS;
  };

  take: RecordService["take"] = async (register, row, version, cells) => {
    this.calls.push(`take ${register} ${row} ${version} ${JSON.stringify(cells)}`);
    this.#fail();
    if (cells["owner"] === "Jānis Bērziņš") {
      const message = { lv: "“Jānis Bērziņš” ir vairāki. Rakstiet kodu.", en: "There are several “Jānis Bērziņš”." };
      const allowed = JANIS.map((cell) => ({ lv: cell, en: cell }));
      return { taken: false, refusals: [{ code: "AMBIGUOUS_REFERENCE", column: "owner", message, allowed }] };
    }
    if (cells["stage"] !== "IMPROVING" || cells["owner"]) return { taken: true };
    const message = { lv: "Pakalpojumam nav saimnieka. Norādiet to.", en: "The service has no owner. Name one." };
    return { taken: false, refusals: [{ code: "RULE", column: "owner", message }] };
  };

  lookUp: RecordService["lookUp"] = async (to, text) => {
    this.calls.push(`lookUp ${to} ${text}`);
    return JANIS.map((cell) => ({ cell, name: "Jānis Bērziņš", code: cell.slice(-5, -1) }));
  };

  timers: RecordService["timers"] = async () => {
    this.#fail();
    return DEMO_TIMERS;
  };

  links: RecordService["links"] = async () => {
    this.#fail();
    const link = { direction: "IN", column: "subject", retired: false, total: 25 } as const;
    return [
      {
        ...link,
        columnLabel: "Pakalpojums vai resurss",
        register: "incidents",
        id: "i1",
        code: "INC-2026-00012",
        title: "Portāls neatveras",
      },
      {
        ...link,
        columnLabel: "Pakalpojums vai resurss",
        register: "incidents",
        id: "i2",
        code: "INC-2026-00007",
        title: "Lēna meklēšana",
        retired: true,
      },
      {
        ...link,
        columnLabel: "Kam vajag",
        column: "from",
        register: "dependencies",
        id: "d1",
        code: "D-00001",
        title: "",
        total: 1,
      },
    ];
  };

  impact: RecordService["impact"] = async () => {
    this.#fail();
    const hit = (id: string, code: string, name: string, through: string) => ({
      ...subject(id, code, name),
      through,
      way: "",
    });
    return {
      failed: [subject("r1", "R-0001", "Datu centra elektroapgāde")],
      hits: [
        hit("r2", "R-0002", "Virtuālo serveru kopa", "r1"),
        hit("r3", "R-0003", "Pašvaldības informācijas sistēma ar ļoti garu nosaukumu", "r2"),
        hit("s1", "P-0007", "Izziņa par deklarēto dzīvesvietu", "r3"),
        hit("s2", "P-0012", "Būvatļaujas izsniegšana", "r3"),
      ],
    };
  };

  overview: RecordService["overview"] = async () => {
    this.#fail();
    if (this.#scenario.pending === "NONE") return [];
    const item = (register: string, code: string, title: string, why: string) => ({
      ...{ register, code, title, why },
      id: code,
      since: "2026-11-20T08:00:00.000Z",
    });
    const many = Array.from({ length: 7 }, (_, at) =>
      item("incidents", `INC-2026-0002${at}`, "E-pasts nepienāk", "Incidents reģistrēts un gaida klasificēšanu."),
    );
    return [
      {
        ...{ key: "MAJOR_INCIDENTS", label: "Būtiski incidenti", total: 1 },
        items: [
          item("incidents", "INC-2026-00012", "Portāls neatveras visā novadā", "Būtisks incidents vēl nav slēgts."),
        ],
      },
      { key: "INCIDENTS_TO_CLASSIFY", label: "Klasificējamie incidenti", total: 7, items: many },
      {
        ...{ key: "CHANGES_TO_AUTHORISE", label: "Autorizējamās izmaiņas", total: 1 },
        items: [item("services", "CHG-2026-00007", "Serveru nomaiņa", "Novērtēta un gaida jūsu lēmumu.")],
      },
    ];
  };

  #fail(): void {
    if (this.#scenario.fails) throw new ServerError(this.#scenario.fails, "Demo failure");
  }
}
