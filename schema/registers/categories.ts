import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";
import { PORTFOLIO_OWNERS } from "./owners.ts";

/** Categories of incidents and problems, each with the workflow kept for it (domain.md, section 3; seed 000). */
export const categories = {
  key: "categories",
  type: "Category",
  label: { lv: "Kategorijas", en: "Categories" },
  one: { lv: "Kategorija", en: "Category" },
  help: {
    lv: "Incidentu un problēmu kategorijas ar tām noteiktajām darba plūsmām.",
    en: "Categories of incidents and problems with the workflow set for each.",
  },
  code: { column: "code", prefix: "CAT", digits: 4 },
  title: "name",
  columns: {
    code: codeColumn("Kategorijas kods", "Category code"),
    name: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Nosaukums", en: "Name" },
      help: { lv: "Kategorijas nosaukums.", en: "The name of the category." },
      also: ["Kategorija", "Kategorijas nosaukums", "Category", "Category name"],
      width: 32,
    },
    description: {
      type: "text",
      max: 4_000,
      multiline: true,
      label: { lv: "Apraksts", en: "Description" },
      help: { lv: "Kas šajā kategorijā ietilpst.", en: "What belongs to the category." },
      also: ["Skaidrojums", "Description"],
      width: 40,
    },
    playbook: {
      type: "text",
      max: 10_000,
      multiline: true,
      label: { lv: "Darba plūsma", en: "Playbook" },
      help: {
        lv: "Soļi, kā šādu incidentu novērst, katrs savā rindā; tos rāda, kamēr incidentu raksta.",
        en: "Steps to resolve such an incident, one a line; shown while an incident is written.",
      },
      also: ["Rīcības plāns", "Novēršanas soļi", "Workflow", "Runbook", "Steps"],
      width: 50,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("endCategory", PORTFOLIO_OWNERS),
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
