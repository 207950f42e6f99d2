import type { MaturityGap } from "../../schema/api/maturity-answer.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import type { ProcessKey } from "../../schema/registers/process-list.ts";
import type { Words } from "../../schema/registers/words.ts";
import { EVIDENCE, EVIDENCE_DAYS } from "./evidence.ts";

/** What the register of processes says of a process; null where it has no such row in use. */
export interface ProcessRow {
  readonly managed: boolean;
  readonly described: boolean;
}

const NOT_KEPT: Words = {
  lv: "Procesa nav reģistrā “Procesi”. Pievienojiet to ar vadītāju un aprakstu.",
  en: "The process is not in the register “Processes”. Add it with its manager and description.",
};
const NO_MANAGER: Words = { lv: "Procesam nav vadītāja. Norādiet to.", en: "The process has no manager. Name one." };
const NO_DESCRIPTION: Words = {
  lv: "Procesam nav apraksta. Ierakstiet to vai norādi uz procedūru.",
  en: "The process has no description. Write it, or where its procedure is found.",
};

/** What stands between a process and its being in place; nothing where it is (domain.md, section 7). */
export function gapsOf(process: ProcessKey, row: ProcessRow | null, active: boolean): readonly MaturityGap[] {
  const gaps: MaturityGap[] = [];
  const { key } = registers.processes;
  if (!row) gaps.push({ text: NOT_KEPT, register: key });
  else {
    if (!row.managed) gaps.push({ text: NO_MANAGER, register: key });
    if (!row.described) gaps.push({ text: NO_DESCRIPTION, register: key });
  }
  if (!active) {
    const { what, sources } = EVIDENCE[process];
    gaps.push({ text: inactive(what), register: sources[0].register });
  }
  return gaps;
}

const inactive = (what: Words): Words => ({
  lv: `Pēdējās ${EVIDENCE_DAYS} dienās nav ne jaunu, ne mainītu ierakstu: ${what.lv}.`,
  en: `Nothing was added or changed in the last ${EVIDENCE_DAYS} days: ${what.en}.`,
});
