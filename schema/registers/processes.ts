import { PORTFOLIO_OWNERS } from "./owners.ts";
import { PROCESSES } from "./process-list.ts";
import type { Options, Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

const options: Options = Object.fromEntries(Object.entries(PROCESSES).map(([key, { label }]) => [key, { label }]));

/** The processes of the institution and who manages each (domain.md, sections 2 and 7). */
export const processes = {
  key: "processes",
  type: "Process",
  label: { lv: "Procesi", en: "Processes" },
  one: { lv: "Process", en: "Process" },
  help: {
    lv: "Pakalpojumu sniegšanas un pārvaldības procesi iestādē: kas tos vada, kā tie aprakstīti un kopš kura laika lieto.",
    en: "The institution's processes of delivering and managing services: who manages each, how it is described, since when it is used.",
  },
  code: { column: "code", prefix: "PR", digits: 4 },
  title: "process",
  namedBy: "code",
  matchBy: ["process"],
  columns: {
    code: codeColumn("Procesa kods", "Process code"),
    process: {
      type: "choice",
      options,
      required: true,
      edit: PORTFOLIO_OWNERS,
      label: { lv: "Process", en: "Process" },
      help: { lv: "Viens no divpadsmit procesiem.", en: "One of the twelve processes." },
      also: ["Procesa nosaukums", "Nosaukums", "Process name", "Name"],
      width: 40,
    },
    manager: {
      type: "reference",
      to: "people",
      edit: PORTFOLIO_OWNERS,
      label: { lv: "Vadītājs", en: "Manager" },
      help: {
        lv: "Persona, kas atbild par procesa izveidi, lietošanu un uzlabošanu.",
        en: "The person who answers for setting up, using and improving the process.",
      },
      also: ["Procesa vadītājs", "Process manager", "Process owner"],
      width: 22,
    },
    description: {
      type: "text",
      max: 10_000,
      multiline: true,
      label: { lv: "Apraksts", en: "Description" },
      help: {
        lv: "Kā process notiek iestādē, vai norāde uz procedūru.",
        en: "How the process runs in the institution, or where its procedure is found.",
      },
      also: ["Procesa apraksts", "Procedūra", "Procedure"],
      width: 50,
    },
    inUseSince: {
      type: "date",
      notBefore: "1900-01-01",
      label: { lv: "Lieto kopš", en: "In use since" },
      help: { lv: "Diena, kopš kuras procesu lieto.", en: "The day since which the process is used." },
      also: ["Ieviests", "Sākuma datums", "Introduced", "Start date"],
      width: 13,
    },
    lastReview: {
      type: "date",
      notBefore: "1900-01-01",
      notAfter: "today",
      label: { lv: "Pārskatīts", en: "Last review" },
      help: { lv: "Diena, kurā procesu pēdējoreiz pārskatīja.", en: "The day on which the process was last reviewed." },
      also: ["Pēdējā pārskatīšana", "Reviewed on"],
      width: 13,
    },
    state: currentState,
    endReason: { ...endReason, edit: PORTFOLIO_OWNERS },
  },
  lifecycle: currentThenEnded("retireProcess", PORTFOLIO_OWNERS),
  guards: [
    {
      rule: "PROCESS_ONCE",
      column: "process",
      broken: ({ state }) => state !== "RETIRED",
      fact: "ONE_PER_PROCESS",
      message: {
        lv: "Iestādē šis process jau ir: {names}. Papildiniet to.",
        en: "The institution already keeps this process: {names}. Add to that one.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: [...PORTFOLIO_OWNERS, "PROCESS_MANAGER"], retire: PORTFOLIO_OWNERS },
  rowRoles: { PROCESS_MANAGER: [{ column: "manager" }] },
} as const satisfies Register;
