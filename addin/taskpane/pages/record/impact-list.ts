import { findRegister } from "../../../../schema/registers/catalogue.ts";
import type { ListSheet } from "../../../workbook/port.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import type { Text } from "../../../i18n/text.ts";
import type { Impact, Subject } from "../../records/port.ts";

/** The impact as a sheet: every service and resource hit, nearest first, with its way to what failed by names and by codes. */
export function impactList({ failed, hits }: Impact, of: string, text: Text): ListSheet {
  const known = new Map<string, Subject & { readonly through?: string }>(
    [...failed, ...hits].map((one) => [one.id, one]),
  );
  const way = (id: string): readonly string[] => {
    const one = known.get(id);
    if (!one) return [];
    return [one.name, ...(one.through === undefined ? [] : way(one.through))];
  };
  return {
    name: text.say(messages.impact),
    title: text.say(messages.impactTitle, { of, count: hits.length }),
    columns: [
      { heading: text.say(messages.impactKind), format: "TEXT", width: 14 },
      { heading: text.say(messages.impactCode), format: "TEXT", width: 12 },
      { heading: text.say(messages.impactName), format: "TEXT", width: 44 },
      { heading: text.say(messages.impactSteps), format: "NUMBER", width: 8 },
      { heading: text.say(messages.impactWay), format: "TEXT", width: 80 },
      { heading: text.say(messages.impactCodes), format: "TEXT", width: 40 },
    ],
    rows: hits.map((hit) => {
      const names = way(hit.id);
      const kind = findRegister(hit.register)?.one;
      return [kind ? text.words(kind) : hit.register, hit.code, hit.name, names.length - 1, names.join(" → "), hit.way];
    }),
  };
}
