import type { CustomField } from "../../schema/registers/custom.ts";

/** An institution's own columns of the register: one from the start, and one that it adds some day. */
export const FIELDS: readonly [CustomField, CustomField] = [
  { key: "custom.CF-0001", label: { lv: "Piezīme", en: "Note" }, type: "TEXT" },
  { key: "custom.CF-0002", label: { lv: "Vēlāka piezīme", en: "Later note" }, type: "LONG_TEXT" },
];
