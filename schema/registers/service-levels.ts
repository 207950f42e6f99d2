import { OWNERS, PORTFOLIO_OWNERS, ownersVia } from "./owners.ts";
import { VALIDITY_ORDER, validColumns } from "./periods.ts";
import type { Column, Register } from "./register.ts";
import { codeColumn, endReason } from "./shared-columns.ts";
import type { Words } from "./words.ts";

/** Ten years of minutes: more is a mistake in typing. */
const MOST_MINUTES = 5_256_000;

/** An agreed time, in whole minutes of service time. */
const minutes = (label: Words, help: Words, also: readonly string[]) =>
  ({ type: "integer", min: 1, max: MOST_MINUTES, label, help, also, width: 12 }) as const satisfies Column;

const restore = (priority: string) =>
  minutes(
    { lv: `Atjaunot ${priority}, min`, en: `Restore ${priority}, min` },
    {
      lv: `Pakalpojuma laika minūtes, kurās atjauno pēc ${priority} incidenta.`,
      en: `Minutes of service time within which service is restored after a ${priority} incident.`,
    },
    [`Atjaunošanas laiks ${priority}`, `Restore time ${priority}`, `Resolution time ${priority}`],
  );
const react = (priority: string) =>
  minutes(
    { lv: `Reaģēt ${priority}, min`, en: `React ${priority}, min` },
    {
      lv: `Pakalpojuma laika minūtes, kurās sāk risināt ${priority} incidentu.`,
      en: `Minutes of service time within which a ${priority} incident is taken up.`,
    },
    [`Reakcijas laiks ${priority}`, `Reaction time ${priority}`, `Response time ${priority}`],
  );

/** What is agreed with recipients about a service, or with its users about a resource (domain.md, sections 2 and 5). */
export const serviceLevels = {
  key: "serviceLevels",
  type: "ServiceLevel",
  label: { lv: "Pakalpojumu līmeņi", en: "Service levels" },
  one: { lv: "Pakalpojuma līmenis", en: "Service level" },
  help: {
    lv: "Pakalpojumu līmeņu vienošanās: kas, ar ko un uz kādu laiku saskaņots; pret to mēra izpildi.",
    en: "Service level agreements: what is agreed, with whom and for how long; performance is measured against it.",
  },
  code: { column: "code", prefix: "SL", digits: 4 },
  title: "title",
  matchBy: ["subject", "title", "validFrom"],
  columns: {
    code: codeColumn("Līmeņa kods", "SLA kods", "SLA code"),
    title: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Nosaukums", en: "Title" },
      help: { lv: "Vienošanās nosaukums.", en: "The title of the agreement." },
      also: ["Vienošanās", "SLA", "Name", "Agreement"],
      width: 36,
    },
    subject: {
      type: "reference",
      to: "subjects",
      required: true,
      lockedFrom: "AGREED",
      label: { lv: "Pakalpojums vai resurss", en: "Service or resource" },
      help: {
        lv: "Par ko ir vienošanās; pēc saskaņošanas nemainās.",
        en: "What the agreement is about; it does not change once agreed.",
      },
      also: ["Pakalpojums", "Resurss", "Service", "Resource", "Subject"],
      width: 36,
    },
    agreedWith: {
      type: "text",
      max: 500,
      requiredFrom: "AGREED",
      label: { lv: "Saskaņots ar", en: "Agreed with" },
      help: { lv: "Saņēmēji vai to pārstāvji, ar kuriem vienojās.", en: "Recipients or those who spoke for them." },
      also: ["Puse", "Saņēmējs", "Partner", "Customer"],
      width: 28,
    },
    validFrom: { ...validColumns.validFrom, requiredFrom: "AGREED" },
    validTo: validColumns.validTo,
    availability: {
      type: "number",
      min: 0,
      max: 100,
      decimals: 3,
      label: { lv: "Pieejamība, %", en: "Availability, %" },
      help: {
        lv: "Saskaņotā pieejamība pakalpojuma laikā, procentos.",
        en: "Agreed availability within service time, in percent.",
      },
      also: ["Pieejamība", "Availability", "Uptime"],
      width: 13,
    },
    calendar: {
      type: "reference",
      to: "calendars",
      edit: PORTFOLIO_OWNERS,
      label: { lv: "Darba laiks", en: "Service calendar" },
      help: {
        lv: "Pakalpojuma laiks no darba laiku reģistra; tukšs – tāds kā pakalpojumam. To nosaka kopuma saimnieki.",
        en: "Service time, of the register of calendars; empty means that of the service. Portfolio owners set it.",
      },
      also: ["Pakalpojuma kalendārs", "Pieejamības laiks", "Service hours"],
      width: 18,
    },
    restoreP1: restore("P1"),
    restoreP2: restore("P2"),
    restoreP3: restore("P3"),
    restoreP4: restore("P4"),
    reactP1: react("P1"),
    reactP2: react("P2"),
    reactP3: react("P3"),
    reactP4: react("P4"),
    fulfil: minutes(
      { lv: "Izpildīt, min", en: "Fulfil, min" },
      {
        lv: "Pakalpojuma laika minūtes, kurās izpilda pieteikumu.",
        en: "Minutes of service time within which an application is fulfilled.",
      },
      ["Izpildes laiks", "Fulfilment time"],
    ),
    satisfaction: {
      type: "number",
      min: 1,
      max: 5,
      decimals: 2,
      label: { lv: "Apmierinātība", en: "Satisfaction" },
      help: {
        lv: "Zemākais saskaņotais vidējais vērtējums no 1 līdz 5.",
        en: "The lowest mean rating agreed, from 1 to 5.",
      },
      also: ["Vērtējums", "Rating"],
      width: 13,
    },
    clockStops: {
      type: "choices",
      options: {
        RECIPIENT: { label: { lv: "Saņēmējs", en: "Recipient" }, also: ["klients", "customer"] },
        SUPPLIER: { label: { lv: "Piegādātājs", en: "Supplier" }, also: ["vendor"] },
      },
      label: { lv: "Laiku aptur", en: "Clock stops for" },
      help: {
        lv: "Kuru gaidot, atjaunošanas laiks neskaitās; tukšs – tas skaitās vienmēr.",
        en: "For whom waiting stops the restoration clock; empty means that it never stops.",
      },
      also: ["Apturēšana", "Gaidīšana", "Pause"],
      width: 20,
    },
    state: {
      type: "choice",
      options: {
        DRAFT: { label: { lv: "Projekts", en: "Draft" }, also: ["melnraksts"] },
        AGREED: { label: { lv: "Saskaņots", en: "Agreed" }, also: ["spēkā", "active"] },
        ENDED: { label: { lv: "Beidzies", en: "Ended" }, also: ["izbeigts", "expired"] },
      },
      label: { lv: "Stāvoklis", en: "State" },
      help: {
        lv: "Projekts, saskaņots vai beidzies; pret saskaņoto mēra.",
        en: "Draft, agreed or ended; what is agreed is measured against.",
      },
      also: ["Statuss", "Status"],
      width: 13,
    },
    endReason: { ...endReason, requiredFrom: "ENDED" },
  },
  lifecycle: {
    column: "state",
    initial: "DRAFT",
    retired: "ENDED",
    transitions: [
      { from: "DRAFT", to: "AGREED", intent: "agreeServiceLevel", label: { lv: "Saskaņot", en: "Agree" } },
      {
        from: "AGREED",
        to: "ENDED",
        needs: ["endReason"],
        // An agreement without a last day would be measured against for ever.
        stamps: { validTo: "TODAY" },
        intent: "endServiceLevel",
        label: { lv: "Izbeigt", en: "End" },
      },
      {
        from: "DRAFT",
        to: "ENDED",
        needs: ["endReason"],
        intent: "endServiceLevel",
        label: { lv: "Atmest projektu", en: "Give up the draft" },
      },
    ],
  },
  guards: [
    VALIDITY_ORDER,
    // At every write, not only when agreed: dates of an agreed level may be moved onto another.
    {
      rule: "SERVICE_LEVEL_NO_OVERLAP",
      column: "validFrom",
      broken: ({ state }) => state === "AGREED",
      fact: "SERVICE_LEVEL_OVERLAP",
      message: {
        lv: "Tajā pašā laikā jau ir saskaņots: {names}. Izbeidziet to vai mainiet “Spēkā no” un “Spēkā līdz”.",
        en: "Already agreed for the same time: {names}. End it, or change “Valid from” and “Valid to”.",
      },
    },
  ],
  rights: { create: OWNERS, edit: OWNERS, retire: OWNERS },
  rowRoles: ownersVia("subject"),
} as const satisfies Register;
