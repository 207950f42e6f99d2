import { PORTFOLIO_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";
import { TASKS } from "./task-list.ts";

/** The tasks of managing services in the institution: done or not, and by what that is seen (domain.md, section 8). */
export const tasks = {
  key: "tasks",
  type: "Task",
  label: { lv: "Uzdevumi", en: "Tasks" },
  one: { lv: "Uzdevums", en: "Task" },
  help: {
    lv: "32 pakalpojumu pārvaldības uzdevumi iestādē: vai tos veic, ar ko to pierāda un kurš par to atbild.",
    en: "The 32 tasks of managing services in the institution: whether they are done, what shows it and who answers for it.",
  },
  code: { column: "code", prefix: "T", digits: 4 },
  title: "task",
  namedBy: "code",
  matchBy: ["task"],
  columns: {
    code: codeColumn("Ieraksta kods", "Record code"),
    task: {
      type: "choice",
      options: TASKS,
      required: true,
      label: { lv: "Uzdevums", en: "Task" },
      help: { lv: "Viens no 32 uzdevumiem.", en: "One of the 32 tasks." },
      also: ["Uzdevuma nosaukums", "Uzdevuma kods", "PU", "Task name", "Task code"],
      width: 56,
    },
    done: {
      type: "choice",
      options: {
        NOT: { label: { lv: "Neveic", en: "Not done" }, also: ["nē", "no", "nav"] },
        PARTLY: { label: { lv: "Daļēji", en: "Partly" }, also: ["daļēji veic", "partially"] },
        DONE: { label: { lv: "Veic", en: "Done" }, also: ["jā", "yes", "pilnībā"] },
      },
      required: true,
      label: { lv: "Vai veic", en: "Done" },
      help: { lv: "Vai uzdevumu iestādē veic.", en: "Whether the task is done in the institution." },
      also: ["Izpilde", "Veikšana", "Status of the task"],
      width: 12,
    },
    evidence: {
      type: "text",
      max: 10_000,
      multiline: true,
      label: { lv: "Pierādījumi", en: "Evidence" },
      help: {
        lv: "Kas rāda, ka uzdevumu veic: dokuments, ieraksts, mērījums.",
        en: "What shows that the task is done: a document, a record, a measurement.",
      },
      also: ["Pamatojums", "Apliecinājums", "Proof"],
      width: 50,
    },
    responsible: {
      type: "reference",
      to: "people",
      label: { lv: "Atbildīgais", en: "Responsible" },
      help: { lv: "Persona, kas atbild par uzdevumu.", en: "The person who answers for the task." },
      also: ["Atbildīgā persona", "Izpildītājs", "Responsible person"],
      width: 22,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireTask", PORTFOLIO_OWNERS),
  guards: [
    {
      rule: "TASK_ONCE",
      column: "task",
      broken: ({ state }) => state !== "RETIRED",
      fact: "ONE_PER_TASK",
      message: {
        lv: "Iestādē šis uzdevums jau ir: {names}. Papildiniet to.",
        en: "The institution already keeps this task: {names}. Add to that one.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
