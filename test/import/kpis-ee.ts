import { parseCsv } from "hucre/csv";
import type { ImportPlan, ImportService, SourceGrid } from "../../addin/sync/importing.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { gridOf } from "./grids.ts";

/**
 * Estonia's measurements of services by year, channel and metric, laid out for the register of measurements as a person
 * does with SUMIFS in a sheet: a line a KPI, service and year, with numerator and denominator. A ratio over channels is
 * then a sum over sums wherever it is rolled up; a mean of plain values would not be.
 */

export interface EeLine {
  readonly code: string;
  readonly name: string;
  /** Empty where the file says none. */
  readonly year: string;
  readonly channel: string;
  readonly metric: string;
  readonly value: number;
}

export function readEe(csv: string): readonly EeLine[] {
  const [headings = [], ...lines] = parseCsv(csv).map((line) => line.map(String));
  const cell = (line: readonly string[], name: string) => line[headings.indexOf(name)] ?? "";
  return lines
    .filter((line) => line.length > 1)
    .map((line) => ({
      ...{ code: cell(line, "identifikaator"), name: cell(line, "nimetus").trim(), channel: cell(line, "kanal") },
      year: cell(line, "aasta").replace("empty", ""),
      ...{ metric: cell(line, "naitaja"), value: Number(cell(line, "value")) },
    }));
}

/** Channels in which recipients serve themselves; e-mail is read by people. */
export const DIGITAL: ReadonlySet<string> = new Set([
  "E-iseteenindus",
  "Veebileht / portaal",
  "Eesti.ee",
  "Nutirakendus",
]);

export const SHARE = "Digitālā daļa";
export const SATISFACTION = "Apmierinātība, svērta ar apjomu";

/** The services, to go into their register first. */
export function servicesGrid(lines: readonly EeLine[]): SourceGrid {
  const services = new Map(lines.map(({ code, name }) => [code, name]));
  return gridOf([["Kods", "Nosaukums"], ...services], { name: "Pakalpojumi" });
}

/** What was measured; a line without a year has no period, and is refused by the import for that. */
export function measurementsGrid(lines: readonly EeLine[]): SourceGrid {
  const rows = new Map<string, { readonly head: readonly string[]; over: number; under: number }>();
  const add = (kpi: string, { code, year }: EeLine, over: number, under: number) => {
    const period = year === "" ? ["", ""] : [`01.01.${year}`, `01.01.${Number(year) + 1}`];
    const row = rows.get(`${kpi} ${code} ${year}`) ?? { head: [kpi, code, ...period], over: 0, under: 0 };
    row.over += over;
    row.under += under;
    rows.set(`${kpi} ${code} ${year}`, row);
  };
  const volumes = new Map(
    lines.filter(({ metric }) => metric === "osutamistearv").map((line) => [cellOf(line), line.value]),
  );
  for (const line of lines) {
    if (line.metric === "osutamistearv") add(SHARE, line, DIGITAL.has(line.channel) ? line.value : 0, line.value);
    const volume = volumes.get(cellOf(line)) ?? 0;
    if (line.metric === "rahulolu" && volume > 0) add(SATISFACTION, line, line.value * volume, volume);
  }
  const headings = ["Rādītājs", "Kam", "Periods no", "Periods līdz", "Skaitītājs", "Saucējs"];
  const measured = [...rows.values()].filter(({ under }) => under > 0);
  return gridOf([headings, ...measured.map(({ head, over, under }) => [...head, over, under])], { name: "Mērījumi" });
}

const cellOf = ({ code, year, channel }: EeLine): string => `${code} ${year} ${channel}`;

/** Brings a grid in by the mapping that the import proposes; what is not in it is fixed. */
export async function bringIn(
  importer: ImportService,
  register: RegisterKey,
  grid: SourceGrid,
  fixed: Readonly<Record<string, string>> = {},
) {
  const proposal = await importer.propose(register, grid);
  const values: ImportPlan["mapping"] = Object.fromEntries(
    Object.entries(fixed).map(([column, value]) => [column, { from: "FIXED" as const, value }]),
  );
  return importer.run({ ...proposal, mapping: { ...proposal.mapping, ...values } }, grid);
}
