import type { Cell } from "../../schema/registers/register.ts";
import { DELIVERED_NAMES } from "./services.ts";

type Cells = Readonly<Record<string, Cell>>;

/** What the sample measures. */
export const KPIS: readonly Cells[] = [
  {
    code: "KPI-0001",
    name: "Saņēmēju apmierinātība",
    purpose: "Vai pakalpojumi der tiem, kam tie domāti.",
    kind: "LAGGING",
    aspect: "EFFECTIVENESS",
    definedFor: "SERVICE",
    unit: "balles (1–5)",
    direction: "HIGHER",
    frequency: "QUARTER",
    source: "MANUAL",
    edition: 1,
    state: "ACTIVE",
  },
  {
    code: "KPI-0002",
    name: "Pieejamība",
    purpose: "Cik lielu daļu norunātā laika pakalpojums ir pieejams.",
    kind: "LAGGING",
    aspect: "EFFECTIVENESS",
    definedFor: "SERVICE",
    unit: "%",
    direction: "HIGHER",
    frequency: "MONTH",
    source: "COMPUTED",
    formula: "AVAILABILITY",
    edition: 1,
    state: "ACTIVE",
  },
];

/** For every service alike. */
export const TARGETS: readonly Cells[] = [
  { kpi: "Saņēmēju apmierinātība", validFrom: "2026-01-01", planned: 4.5, critical: 3.5, baseline: 4.1 },
  { kpi: "Pieejamība", validFrom: "2026-01-01", planned: 99.5, critical: 97 },
];

/** An agreed level for each delivered service; times in minutes of service time. */
export const SERVICE_LEVELS: readonly Cells[] = DELIVERED_NAMES.map((subject) => ({
  title: `${subject}: līmenis 2026`,
  subject,
  agreedWith: "Iestādes vadība",
  validFrom: "2026-01-01",
  availability: 99.5,
  restoreP1: 240,
  restoreP2: 480,
  restoreP3: 1_440,
  restoreP4: 2_880,
  reactP1: 30,
  reactP2: 60,
  reactP3: 240,
  reactP4: 480,
  fulfil: 7_200,
  satisfaction: 4.5,
  clockStops: ["RECIPIENT"],
  state: "AGREED",
}));
