import type { Cell } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { sampleServiceId } from "./people.ts";

type Cells = Readonly<Record<string, Cell>>;

const ANDRIS = "Andris Kalniņš";
const ILZE = "Ilze Liepiņa";
const ELINA = "Elīna Krūmiņa";
const JANIS = "Jānis Bērziņš (D005)";

/** The sample institution's services in canonical cells, invented, in every stage of the lifecycle. */
const SERVICES: readonly Cells[] = [
  {
    name: "Dzīvesvietas deklarēšana",
    description: "Pieņem un reģistrē personas paziņojumu par dzīvesvietas maiņu. Rezultāts: ieraksts reģistrā.",
    kind: "CORE",
    recipientGroups: ["CITIZEN"],
    lifeSituation: "Dzīvesvietas maiņa",
    channels: ["IN_PERSON", "POST", "WEB"],
    legalBasis: "Dzīvesvietas deklarēšanas likums",
    owner: ANDRIS,
    providers: [ELINA, JANIS],
    holder: "Klientu apkalpošanas nodaļa",
    stage: "DELIVERING",
    criticality: "HIGH",
    calendar: "Darbdienās 8.30–17.00",
    costCentre: "0012",
    link: "https://paraugi.example/pakalpojumi/dzivesvieta",
    deliveredSince: "2012-07-01",
    reviewDue: "2027-03-31",
    yearlyVolume: 18_400,
  },
  {
    name: "Izziņas par deklarēto dzīvesvietu izsniegšana",
    description: "Sagatavo izziņu par personas deklarēto dzīvesvietu papīra vai elektroniskā formā.",
    kind: "E_SERVICE",
    recipientGroups: ["CITIZEN", "BUSINESS"],
    lifeSituation: "Dokumentu kārtošana",
    channels: ["IN_PERSON", "EMAIL", "WEB"],
    legalBasis: "Dzīvesvietas deklarēšanas likums",
    owner: ANDRIS,
    providers: [ELINA],
    holder: "Klientu apkalpošanas nodaļa",
    stage: "DELIVERING",
    criticality: "MEDIUM",
    calendar: "24×7",
    costCentre: "0012",
    link: "https://paraugi.example/pakalpojumi/izzina",
    deliveredSince: "2015-01-05",
    reviewDue: "2027-01-31",
    yearlyVolume: 5_230,
  },
  {
    name: "Uzņēmumu atbalsta pieteikumu izskatīšana",
    description: "Izvērtē uzņēmēja pieteikumu atbalstam un pieņem lēmumu 30 dienu laikā.",
    kind: "CORE",
    recipientGroups: ["BUSINESS"],
    lifeSituation: "Uzņēmējdarbības attīstīšana",
    channels: ["EMAIL", "WEB"],
    legalBasis: "Pārvaldes noteikumi par atbalsta piešķiršanu",
    owner: ILZE,
    providers: [JANIS],
    holder: "Uzņēmējdarbības atbalsta nodaļa",
    stage: "IMPROVING",
    criticality: "MEDIUM",
    calendar: "Darbdienās 9.00–17.00",
    costCentre: "0020",
    link: "https://paraugi.example/pakalpojumi/atbalsts",
    deliveredSince: "2018-09-03",
    reviewDue: "2026-12-31",
    yearlyVolume: 640,
  },
  {
    name: "Datu nodošana valsts un pašvaldību iestādēm",
    description: "Sniedz iestādēm reģistra datus saskarnē pēc noslēgtas vienošanās.",
    kind: "D_SERVICE",
    recipientGroups: ["OFFICIAL", "INSTITUTION"],
    channels: ["MACHINE"],
    legalBasis: "Valsts informācijas sistēmu likums",
    owner: ANDRIS,
    providers: [JANIS],
    holder: "Informācijas tehnoloģiju nodaļa",
    stage: "DELIVERING",
    criticality: "VITAL",
    calendar: "24×7",
    costCentre: "0031",
    deliveredSince: "2019-04-15",
    reviewDue: "2027-06-30",
    yearlyVolume: 1_250_000,
  },
  {
    name: "Klientu konsultēšana",
    description: "Sniedz konsultācijas par iestādes pakalpojumiem pa tālruni, klātienē un e-pastā.",
    kind: "CORE",
    recipientGroups: ["CITIZEN", "BUSINESS", "OFFICIAL"],
    channels: ["IN_PERSON", "PHONE", "EMAIL"],
    owner: ILZE,
    providers: [ELINA],
    holder: "Klientu apkalpošanas nodaļa",
    stage: "DELIVERING",
    criticality: "HIGH",
    calendar: "Darbdienās 8.30–17.00",
    costCentre: "0012",
    deliveredSince: "2010-01-04",
    yearlyVolume: 42_000,
  },
  {
    name: "Darbavietas nodrošināšana darbiniekiem",
    description: "Nodrošina datoru, piekļuvi sistēmām un atbalstu iestādes darbiniekiem.",
    kind: "SUPPORT",
    recipientGroups: ["OFFICIAL"],
    channels: ["IN_PERSON", "PHONE", "EMAIL"],
    owner: ILZE,
    providers: [JANIS, ELINA],
    holder: "Informācijas tehnoloģiju nodaļa",
    stage: "DELIVERING",
    criticality: "MEDIUM",
    calendar: "Darbdienās 8.00–18.00",
    costCentre: "0031",
    deliveredSince: "2016-02-01",
    yearlyVolume: 2_100,
  },
  {
    name: "Iesniegumu pieņemšana mobilajā lietotnē",
    description: "Ļauj iesniegt un sekot iesniegumam tālrunī.",
    kind: "E_SERVICE",
    recipientGroups: ["CITIZEN"],
    lifeSituation: "Saziņa ar iestādi",
    channels: ["MOBILE"],
    owner: ANDRIS,
    providers: [ELINA],
    holder: "Informācijas tehnoloģiju nodaļa",
    stage: "INTRODUCING",
    criticality: "LOW",
    calendar: "24×7",
    costCentre: "0033",
  },
  {
    name: "Vienotā pieteikuma veidlapa",
    description: "Viena veidlapa vairākiem pakalpojumiem; jau zināmos datus aizpilda sistēma.",
    kind: "E_SERVICE",
    recipientGroups: ["CITIZEN", "BUSINESS"],
    channels: ["WEB"],
    owner: ILZE,
    holder: "Pakalpojumu attīstības nodaļa",
    stage: "BUILDING",
    costCentre: "0033",
  },
  {
    name: "Atgādinājumi par dokumentu termiņiem",
    kind: "D_SERVICE",
    recipientGroups: ["CITIZEN"],
    lifeSituation: "Dokumentu kārtošana",
    channels: ["EMAIL", "MOBILE"],
    stage: "PLANNING",
  },
  {
    name: "Arhīva dokumentu kopiju izsniegšana",
    description: "Sameklē arhīvā dokumentu un izsniedz tā kopiju vai apliecinātu norakstu.",
    kind: "CORE",
    recipientGroups: ["CITIZEN", "BUSINESS", "INSTITUTION"],
    lifeSituation: "Mantojuma kārtošana",
    channels: ["IN_PERSON", "EMAIL", "POST"],
    legalBasis: "Arhīvu likums",
    owner: ANDRIS,
    providers: [ELINA],
    holder: "Arhīvs",
    stage: "IMPROVING",
    criticality: "LOW",
    calendar: "Otrdienās un ceturtdienās 9.00–16.00",
    costCentre: "0007",
    deliveredSince: "2011-03-14",
    reviewDue: "2026-11-30",
    yearlyVolume: 890,
  },
  {
    name: "Iestādes rēķinu apmaksa",
    description: "Pārbauda un apmaksā iestādes saņemtos rēķinus līgumā noteiktajā termiņā.",
    kind: "SUPPORT",
    recipientGroups: ["BUSINESS", "OFFICIAL"],
    channels: ["EMAIL", "MACHINE"],
    legalBasis: "Grāmatvedības likums",
    owner: ILZE,
    providers: [JANIS],
    holder: "Finanšu nodaļa",
    stage: "DELIVERING",
    criticality: "MEDIUM",
    calendar: "Darbdienās 9.00–17.00",
    costCentre: "0001",
    deliveredSince: "2013-01-02",
    yearlyVolume: 7_300,
  },
  {
    name: "Iesniegumu pieņemšana pa faksu",
    description: "Pieņēma iesniegumus, ko atsūtīja pa faksu.",
    kind: "CORE",
    recipientGroups: ["CITIZEN", "BUSINESS"],
    channels: ["PHONE"],
    owner: ANDRIS,
    providers: [ELINA],
    holder: "Klientu apkalpošanas nodaļa",
    stage: "RETIRED",
    costCentre: "0012",
    deliveredSince: "2001-05-02",
    yearlyVolume: 0,
    retireReason: "Faksu vairs nelieto; iesniegumus pieņem e-pastā un tīmekļvietnē.",
  },
];

/** Stages that ask for an agreed service level and a measured target first. */
const DELIVERED = ["DELIVERING", "IMPROVING"];

/** The services as they enter the register. */
export function sampleServices(): PushRow[] {
  return SERVICES.map((cells, index) => {
    const delivered = DELIVERED.includes(String(cells["stage"]));
    return {
      row: sampleServiceId(index + 1),
      base: null,
      cells: delivered ? { ...cells, stage: "INTRODUCING" } : cells,
    };
  });
}

/** Those that are delivered, once levels are agreed and targets set. */
export function deliveredServices(): PushRow[] {
  return SERVICES.flatMap(({ stage }, index) =>
    DELIVERED.includes(String(stage))
      ? [{ row: sampleServiceId(index + 1), base: 1, cells: { stage: stage ?? null } }]
      : [],
  );
}

/** Names of services that are delivered. */
export const DELIVERED_NAMES: readonly string[] = SERVICES.flatMap(({ stage, name }) =>
  DELIVERED.includes(String(stage)) ? [String(name)] : [],
);
