import type { Message } from "../message.ts";

/** How cells and their changes are told. */
export const cells = {
  empty: { lv: "(tukšs)", en: "(empty)" },
  yes: { lv: "Jā", en: "Yes" },
  no: { lv: "Nē", en: "No" },
  from: { lv: "no", en: "from" },
  to: { lv: "uz", en: "to" },
} as const satisfies Record<string, Message>;
