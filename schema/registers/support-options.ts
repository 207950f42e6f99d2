import type { Cell, Options, Row } from "./register.ts";
import { PRIORITIES, type Settings } from "./settings.ts";

/** Lists that applications, incidents, problems and knowledge share. */

export const IMPACTS = {
  I1: { label: { lv: "1 – plaša", en: "1 – extensive" }, also: ["1", "plaša", "extensive", "ļoti liela"] },
  I2: { label: { lv: "2 – ievērojama", en: "2 – significant" }, also: ["2", "ievērojama", "significant", "liela"] },
  I3: { label: { lv: "3 – mērena", en: "3 – moderate" }, also: ["3", "mērena", "moderate", "vidēja"] },
  I4: { label: { lv: "4 – neliela", en: "4 – minor" }, also: ["4", "neliela", "minor", "maza"] },
} as const satisfies Options;

export const URGENCIES = {
  U1: { label: { lv: "1 – kritiska", en: "1 – critical" }, also: ["1", "kritiska", "critical"] },
  U2: { label: { lv: "2 – augsta", en: "2 – high" }, also: ["2", "augsta", "high"] },
  U3: { label: { lv: "3 – vidēja", en: "3 – medium" }, also: ["3", "vidēja", "medium"] },
  U4: { label: { lv: "4 – zema", en: "4 – low" }, also: ["4", "zema", "low"] },
} as const satisfies Options;

export const PRIORITY_OPTIONS = {
  P1: { label: { lv: "P1", en: "P1" }, also: ["1", "kritiska", "critical"] },
  P2: { label: { lv: "P2", en: "P2" }, also: ["2", "augsta", "high"] },
  P3: { label: { lv: "P3", en: "P3" }, also: ["3", "vidēja", "medium"] },
  P4: { label: { lv: "P4", en: "P4" }, also: ["4", "zema", "low"] },
} as const satisfies Options;

/** For whom a record may wait; a service level says for which of them its clock stops. */
export const WAITS_FOR = {
  RECIPIENT: { label: { lv: "Saņēmējs", en: "Recipient" }, also: ["klients", "lietotājs", "customer", "user"] },
  SUPPLIER: { label: { lv: "Piegādātājs", en: "Supplier" }, also: ["partneris", "vendor", "partner"] },
} as const satisfies Options;

/** Levels of support (seed 001): 0 self-service, 1 support, 2 expert. */
export const SUPPORT_LEVELS = {
  L0: {
    label: { lv: "0 – pašapkalpošanās", en: "0 – self-service" },
    also: ["0", "0. līmenis", "pašapkalpošanās", "BUJ", "FAQ"],
  },
  L1: { label: { lv: "1 – atbalsts", en: "1 – support" }, also: ["1", "1. līmenis", "atbalsts", "front-office"] },
  L2: { label: { lv: "2 – eksperti", en: "2 – experts" }, also: ["2", "2. līmenis", "eksperti", "back-office"] },
} as const satisfies Options;

/** Priority by the institution's matrix of impact and urgency (domain.md, section 3); empty while either is. */
export function priorityOf({ impact, urgency }: Row, { priorities }: Settings): Cell {
  const place = (cell: Row[string]) => (typeof cell === "string" ? Number(cell.slice(1)) - 1 : -1);
  const priority = priorities[place(impact)]?.[place(urgency)];
  return priority !== undefined && PRIORITIES.includes(priority) ? priority : null;
}
