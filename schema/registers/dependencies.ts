import { OWNERS, ownersVia } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** What needs what: services and resources that depend on others (domain.md, section 2). */
export const dependencies = {
  key: "dependencies",
  type: "Dependency",
  label: { lv: "Sasaistes", en: "Dependencies" },
  one: { lv: "Sasaiste", en: "Dependency" },
  help: {
    lv: "Kuram pakalpojumam vai resursam kas ir vajadzīgs, cik kritiski un kas kuru var aizstāt.",
    en: "Which service or resource needs which, how critically, and what can stand in for what.",
  },
  code: { column: "code", prefix: "D", digits: 5 },
  title: "from",
  namedBy: "code",
  matchBy: ["from", "to"],
  columns: {
    code: codeColumn("Sasaistes kods", "Dependency code"),
    from: {
      type: "reference",
      to: "subjects",
      required: true,
      label: { lv: "Kam vajag", en: "Needs" },
      help: {
        lv: "Pakalpojums vai resurss, kas ir atkarīgs no cita.",
        en: "The service or resource that depends on another.",
      },
      also: ["No", "Atkarīgais", "Pakalpojums", "From", "Dependent", "Service", "Source"],
      width: 36,
    },
    to: {
      type: "reference",
      to: "subjects",
      required: true,
      label: { lv: "Kas vajadzīgs", en: "Needed" },
      help: {
        lv: "Pakalpojums vai resurss, no kura tas ir atkarīgs.",
        en: "The service or resource on which it depends.",
      },
      also: ["Uz", "Atkarīgs no", "Resurss", "To", "Depends on", "Resource", "Target"],
      width: 36,
    },
    kind: {
      type: "choice",
      options: {
        PART: { label: { lv: "Sastāvdaļa", en: "Part" }, also: ["part of", "daļa"] },
        RUNS_ON: { label: { lv: "Darbojas uz", en: "Runs on" }, also: ["hosted on", "izvietots"] },
        DATA: { label: { lv: "Datu apmaiņa", en: "Data exchange" }, also: ["dati", "data", "saskarne"] },
        SUPPLY: { label: { lv: "Piegāde vai uzturēšana", en: "Supply or upkeep" }, also: ["piegāde", "uzturēšana"] },
        WORK: { label: { lv: "Cilvēku darbs", en: "People's work" }, also: ["darbs", "work"] },
        OTHER: { label: { lv: "Cita", en: "Other" }, also: ["cits"] },
      },
      label: { lv: "Veids", en: "Kind" },
      help: { lv: "Kā viens no otra ir atkarīgs.", en: "In what way one depends on the other." },
      also: ["Sasaistes veids", "Dependency type", "Type"],
      width: 20,
    },
    critical: {
      type: "boolean",
      label: { lv: "Kritiska", en: "Critical" },
      help: {
        lv: "Vai bez vajadzīgā pārtrūkst tas, kam to vajag. Tukšs nozīmē nē.",
        en: "Whether the one stops without the other. Empty means no.",
      },
      also: ["Kritiskums", "Is critical", "Criticality"],
      width: 10,
    },
    group: {
      type: "text",
      max: 100,
      label: { lv: "Aizvietojamības grupa", en: "Redundancy group" },
      help: {
        lv: "Sasaistes ar vienu grupas nosaukumu aizstāj cita citu: grupa nedarbojas, kad nedarbojas visi tās locekļi.",
        en: "Dependencies of one group stand in for each other: the group is down when all its members are.",
      },
      also: ["Grupa", "Rezerves grupa", "Group"],
      width: 20,
    },
    note: {
      type: "text",
      max: 2_000,
      multiline: true,
      label: { lv: "Piezīme", en: "Note" },
      help: { lv: "Kas par sasaisti vēl jāzina.", en: "What else should be known about the dependency." },
      also: ["Piezīmes", "Komentārs", "Notes", "Comment"],
      width: 36,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireDependency", OWNERS),
  guards: [
    {
      rule: "DEPENDENCY_NOT_OF_ITSELF",
      column: "to",
      broken: ({ from, to }) => typeof from === "string" && from === to,
      message: {
        lv: "Pakalpojums vai resurss nav atkarīgs pats no sevis. Norādiet citu.",
        en: "A service or resource does not depend on itself. Name another.",
      },
    },
    {
      rule: "DEPENDENCY_NO_CYCLE",
      column: "to",
      broken: ({ critical, state }) => critical === true && state !== "RETIRED",
      fact: "DEPENDENCY_CYCLE",
      message: {
        lv: "Kritiskās sasaistes veidotu loku: {cycle}. Norādiet citu vai atzīmējiet, ka sasaiste nav kritiska.",
        en: "Critical dependencies would form a cycle: {cycle}. Name another or mark the dependency as not critical.",
      },
    },
  ],
  rights: { create: OWNERS, edit: OWNERS, retire: OWNERS },
  rowRoles: ownersVia("from"),
} as const satisfies Register;
