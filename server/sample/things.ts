import type { Cell } from "../../schema/registers/register.ts";

type Cells = Readonly<Record<string, Cell>>;

const ANDRIS = "Andris Kalniņš";
const ELINA = "Elīna Krūmiņa";
const MARIS = "Māris Zariņš";

/** What the sample's services stand on. */
export const RESOURCES: readonly Cells[] = [
  {
    name: "Pakalpojumu informācijas sistēma",
    kind: "INFORMATION_SYSTEM",
    description: "Pieteikumu pieņemšana, izskatīšana un rezultātu glabāšana.",
    owner: ANDRIS,
    users: [ELINA],
    stage: "DELIVERING",
    criticality: "VITAL",
    verifiedOn: "2026-03-12",
    verifiedBy: MARIS,
  },
  {
    name: "Dokumentu vadības sistēma",
    kind: "INFORMATION_SYSTEM",
    owner: MARIS,
    stage: "DELIVERING",
    criticality: "HIGH",
    verifiedOn: "2026-02-03",
    verifiedBy: MARIS,
  },
  {
    name: "Datu bāzes serveris A",
    kind: "HARDWARE",
    owner: MARIS,
    stage: "DELIVERING",
    criticality: "HIGH",
    serial: "SRV-0007",
    location: "Rīga, serveru telpa",
    verifiedOn: "2026-01-20",
    verifiedBy: MARIS,
  },
  {
    name: "Datu bāzes serveris B",
    kind: "HARDWARE",
    owner: MARIS,
    stage: "DELIVERING",
    criticality: "HIGH",
    serial: "SRV-0008",
    location: "Ventspils, rezerves telpa",
    verifiedOn: "2026-01-22",
    verifiedBy: MARIS,
  },
  {
    name: "Klientu apkalpošanas zāle",
    kind: "PREMISES",
    owner: MARIS,
    stage: "DELIVERING",
    criticality: "MEDIUM",
    location: "Parauga iela 1",
    verifiedOn: "2025-11-30",
    verifiedBy: MARIS,
  },
  { name: "Tīkla pieslēguma līgums", kind: "SUPPLIER_CONTRACT", supplier: "SIA Paraugtīkls", stage: "BUILDING" },
];

/** Who needs what; either server keeps the information system up. */
export const DEPENDENCIES: readonly Cells[] = [
  {
    from: "Dzīvesvietas deklarēšana",
    to: "Pakalpojumu informācijas sistēma",
    kind: "RUNS_ON",
    critical: true,
  },
  {
    from: "Izziņas par deklarēto dzīvesvietu izsniegšana",
    to: "Pakalpojumu informācijas sistēma",
    kind: "RUNS_ON",
    critical: true,
  },
  {
    from: "Uzņēmumu atbalsta pieteikumu izskatīšana",
    to: "Dokumentu vadības sistēma",
    kind: "RUNS_ON",
    critical: true,
  },
  { from: "Klientu konsultēšana", to: "Klientu apkalpošanas zāle", kind: "OTHER", critical: false },
  {
    from: "Pakalpojumu informācijas sistēma",
    to: "Datu bāzes serveris A",
    kind: "RUNS_ON",
    critical: true,
    group: "Datu bāze",
  },
  {
    from: "Pakalpojumu informācijas sistēma",
    to: "Datu bāzes serveris B",
    kind: "RUNS_ON",
    critical: true,
    group: "Datu bāze",
  },
];
