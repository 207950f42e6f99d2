import type { Words } from "../registers/words.ts";

/** An English text with its official Latvian term: "Recipient groups (Saņēmēju grupas)". The API is described in English. */
export const term = (label: Words): string => (label.en === label.lv ? label.en : `${label.en} (${label.lv})`);

/** The term followed by its explanation. */
export const described = (label: Words, help: Words): string => `${term(label)}. ${help.en}`;
