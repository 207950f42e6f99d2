import type { Cell } from "../../schema/registers/register.ts";

type Cells = Readonly<Record<string, Cell>>;

const ELINA = "Elīna Krūmiņa";

export const CATEGORIES: readonly Cells[] = [
  {
    name: "Informācijas sistēma nav pieejama",
    description: "Sistēma neatveras, neatbild vai rāda kļūdu.",
    playbook:
      "1. Pārbaudīt, vai neatbild visiem.\n2. Pārbaudīt serverus un tīklu.\n3. Pārslēgt uz rezerves serveri.\n4. Paziņot klientu apkalpošanai.",
  },
  {
    name: "Datu kļūda",
    description: "Dati trūkst vai ir nepareizi.",
    playbook: "1. Noskaidrot avotu.\n2. Labot un pārbaudīt.",
  },
];

/** One closed, with its own times, one under way and one just registered. */
export const INCIDENTS: readonly Cells[] = [
  {
    title: "Nevar atvērt pieteikumu",
    description: "Visiem darbiniekiem pieteikuma karte neatveras.",
    subject: "Pakalpojumu informācijas sistēma",
    source: "MONITORING",
    detectedAt: "2026-10-06T06:40:00Z",
    registeredAt: "2026-10-06T06:45:00Z",
    category: "Informācijas sistēma nav pieejama",
    impact: "I2",
    urgency: "U2",
    outage: "FULL",
    major: false,
    reactedAt: "2026-10-06T06:50:00Z",
    assignee: ELINA,
    restoredAt: "2026-10-06T08:05:00Z",
    resolution: "FIX",
    workDone: "Atjaunots datu bāzes savienojums.",
    resolvedAt: "2026-10-06T08:10:00Z",
    state: "RESOLVED",
  },
  {
    title: "Izziņā nepareiza adrese",
    subject: "Izziņas par deklarēto dzīvesvietu izsniegšana",
    source: "PERSON",
    detectedAt: "2026-11-18T10:20:00Z",
    category: "Datu kļūda",
    impact: "I4",
    urgency: "U3",
    outage: "NONE",
    major: false,
    state: "CLASSIFIED",
  },
  {
    title: "Zālē nedarbojas rindu aparāts",
    subject: "Klientu apkalpošanas zāle",
    source: "PERSON",
    detectedAt: "2026-11-20T07:05:00Z",
  },
];

export const KNOWLEDGE: readonly Cells[] = [
  {
    title: "Pieteikuma karte neatveras",
    symptom: "Atverot pieteikumu, parādās balta lapa.",
    cause: "Zudis savienojums ar datu bāzi.",
    solution: "Pārstartēt lietotņu serveri un pārbaudīt datu bāzes savienojumu.",
    level: "L1",
    keywords: "balta lapa, pieteikums",
    category: "Informācijas sistēma nav pieejama",
    authors: [ELINA],
    reviewDue: "2027-10-01",
    state: "PUBLISHED",
  },
  {
    title: "Kā pārbaudīt savu deklarēto dzīvesvietu",
    symptom: "Nav zināms, kāda adrese ir reģistrā.",
    solution: "Pieslēdzieties portālam un atveriet sadaļu “Mani dati”. Adrese redzama lapas augšā.",
    level: "L0",
    audience: "Iedzīvotāji",
    authors: [ELINA],
    reviewDue: "2027-06-01",
    state: "PUBLISHED",
  },
];

export const PROCESSES: readonly Cells[] = [
  {
    process: "INCIDENTS",
    manager: "Žanete Ķirse",
    description: "Incidentus reģistrē visi, klasificē pakalpojuma sniedzējs.",
    inUseSince: "2025-01-01",
    lastReview: "2026-09-01",
  },
  { process: "APPLICATIONS", manager: "Žanete Ķirse", inUseSince: "2024-01-01" },
];
