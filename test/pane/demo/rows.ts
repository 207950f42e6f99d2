import type { CellConflict, HistoryEntry, Refusal } from "../../../schema/sync/protocol.ts";
import type { PendingRow } from "../../../addin/sync/service.ts";
import { services } from "../../../schema/registers/services.ts";

const refusal = (code: Refusal["code"], column: string | null, lv: string, en: string): Refusal => ({
  code,
  column,
  message: { lv, en },
});

const emptyName: Refusal = refusal(
  "REQUIRED",
  "name",
  "Ierakstiet nosaukumu: bez tā pakalpojums reģistrā nevar būt.",
  "Write a name: without it the service cannot be in the register.",
);
const unknownStage: Refusal = {
  ...refusal("NOT_AN_OPTION", "stage", "“Lietots” nav neviens no posmiem.", "“Lietots” is none of the stages."),
  allowed: Object.values(services.columns.stage.options).map(({ label }) => label),
};
const noDate = refusal(
  "NOT_A_DATE",
  "reviewDue",
  "“rudenī” nav datums. Rakstiet, piemēram, 31.12.2026.",
  "“rudenī” is no date. Write one such as 31.12.2026.",
);
const byRow = refusal(
  "FORBIDDEN",
  null,
  "Šo pakalpojumu drīkst labot tikai tā saimnieks.",
  "Only its owner may change this service.",
);

const conflict: CellConflict = {
  column: "description",
  base: "Izziņa par deklarēto dzīvesvietu.",
  mine: "Izziņa par personas deklarēto dzīvesvietu, tostarp par iepriekšējām adresēm.",
  theirs: "Izziņa par deklarēto dzīvesvietu; to var saņemt arī pārstāvis ar pilnvaru.",
  by: "Ilze Kalniņa",
  at: "2026-11-20T13:42:00Z",
};
const second: CellConflict = {
  column: "criticality",
  base: "LOW",
  mine: "HIGH",
  theirs: "MEDIUM",
  by: "Jānis Ozols",
  at: "2026-11-21T06:15:00Z",
};

/** Unpublished edits of every kind, such as an ordinary day leaves behind. */
export const PENDING: readonly PendingRow[] = [
  {
    row: "11111111-0000-4000-8000-000000000001",
    kind: "EDIT",
    code: "P-0007",
    title: "Izziņa par deklarēto dzīvesvietu",
    cells: [
      { column: "description", from: conflict.base, to: conflict.mine },
      { column: "criticality", from: "LOW", to: "HIGH" },
      { column: "channels", from: ["IN_PERSON"], to: ["IN_PERSON", "WEB"] },
    ],
    refusals: [],
    conflicts: [conflict, second],
  },
  {
    row: "11111111-0000-4000-8000-000000000002",
    kind: "EDIT",
    code: "P-0012",
    title: "Būvatļaujas izsniegšana",
    cells: [
      { column: "stage", from: "DELIVERING", to: "Lietots" },
      { column: "reviewDue", from: "2026-03-01", to: "rudenī" },
      { column: "costCentre", from: "0012", to: "0013" },
    ],
    refusals: [unknownStage, noDate],
    conflicts: [],
  },
  {
    row: "11111111-0000-4000-8000-000000000003",
    kind: "EDIT",
    code: "P-0031",
    title: "",
    cells: [{ column: "name", from: "Bērna reģistrācija pirmsskolas izglītības iestādē", to: null }],
    refusals: [emptyName],
    conflicts: [],
  },
  {
    row: "11111111-0000-4000-8000-000000000004",
    kind: "NEW",
    code: null,
    title: "Digitālais iesniegums par koku ciršanu ārpus meža",
    cells: [
      { column: "name", from: null, to: "Digitālais iesniegums par koku ciršanu ārpus meža" },
      { column: "kind", from: null, to: "E_SERVICE" },
      { column: "recipientGroups", from: null, to: ["CITIZEN", "BUSINESS"] },
      { column: "channels", from: null, to: ["WEB", "IN_PERSON"] },
      { column: "yearlyVolume", from: null, to: 12500 },
      { column: "deliveredSince", from: null, to: "2026-11-02" },
      {
        column: "legalBasis",
        from: null,
        to: "Ministru kabineta 2012. gada 2. maija noteikumi Nr. 309 “Noteikumi par koku ciršanu ārpus meža”, 8. un 9. punkts; Administratīvā procesa likuma 63. pants; pašvaldības saistošie noteikumi par koku ciršanu ārpus meža un zaudējumu atlīdzības aprēķināšanu.",
      },
    ],
    refusals: [],
    conflicts: [],
  },
  {
    row: "11111111-0000-4000-8000-000000000005",
    kind: "EDIT",
    code: "P-0104",
    title: "Sociālās palīdzības pabalsta piešķiršana",
    cells: [{ column: "owner", from: "Ilze Kalniņa", to: "Marta Bērziņa" }],
    refusals: [byRow],
    conflicts: [],
  },
  {
    row: "11111111-0000-4000-8000-000000000006",
    kind: "DELETE",
    code: "P-0088",
    title: "Faksa pakalpojums",
    cells: [],
    refusals: [],
    conflicts: [],
  },
];

/** `count` plain edits, for lists too long to show at once. */
export function manyEdits(count: number): readonly PendingRow[] {
  return Array.from({ length: count }, (_, index) => ({
    row: `22222222-0000-4000-8000-${String(index).padStart(12, "0")}`,
    kind: "EDIT",
    code: `P-${String(index + 1).padStart(4, "0")}`,
    title: `Pakalpojums ${index + 1}`,
    cells: [{ column: "yearlyVolume", from: index, to: index + 1 }],
    refusals: [],
    conflicts: [],
  }));
}

export const HISTORY: readonly HistoryEntry[] = [
  {
    version: 4,
    at: "2026-11-20T13:42:00Z",
    by: "Ilze Kalniņa",
    kind: "CHANGE",
    batch: "b4",
    changes: [
      { column: "description", from: conflict.base, to: conflict.theirs },
      { column: "stage", from: "INTRODUCING", to: "DELIVERING" },
    ],
  },
  {
    version: 3,
    at: "2026-09-03T08:05:00Z",
    by: "Jānis Ozols",
    kind: "UNDO",
    batch: "b3",
    changes: [{ column: "criticality", from: "VITAL", to: "LOW" }],
  },
  {
    version: 2,
    at: "2026-09-02T16:20:00Z",
    by: "Jānis Ozols",
    kind: "CHANGE",
    batch: "b2",
    changes: [{ column: "criticality", from: "LOW", to: "VITAL" }],
  },
  {
    version: 1,
    at: "2026-01-12T07:00:00Z",
    by: "Marta Bērziņa",
    kind: "CREATE",
    batch: "b1",
    changes: [
      { column: "code", from: null, to: "P-0007" },
      { column: "name", from: null, to: "Izziņa par deklarēto dzīvesvietu" },
      { column: "kind", from: null, to: "CORE" },
      { column: "stage", from: null, to: "INTRODUCING" },
      { column: "criticality", from: null, to: "LOW" },
      { column: "costCentre", from: null, to: "0012" },
    ],
  },
];
