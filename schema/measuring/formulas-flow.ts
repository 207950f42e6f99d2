import type { Formula } from "./formula.ts";

/** Measures of what happened in a period: each row belongs to one period, and periods add up. */

const EVERYWHERE = ["SERVICE", "RESOURCE", "INSTITUTION"] as const;
const HOUR = 1 / 3_600;
/** Percent-seconds, in which an outage of a share stays a whole number, into hours. */
const SHARE_HOUR = 1 / 360_000;

const DETECTED = {
  lv: "Incidents pieder periodam, kurā tas konstatēts.",
  en: "An incident belongs to the period in which it was detected.",
};
const RESOLVED = {
  lv: "Incidents pieder periodam, kurā tas atrisināts (pēdējoreiz, ja atvērts atkārtoti).",
  en: "An incident belongs to the period in which it was resolved (the last time, where it was reopened).",
};
const IMPLEMENTED = {
  lv: "Izmaiņa pieder periodam, kurā pabeigta tās ieviešana.",
  en: "A change belongs to the period in which its implementing ended.",
};
const ALL_IMPLEMENTED = { lv: "ieviestās izmaiņas", en: "changes implemented" };
const ALL_RESOLVED = { lv: "atrisinātie incidenti", en: "incidents resolved" };
const ONE = { lv: "1", en: "1" };
const BEGINS = {
  lv: "Rinda pieder periodam, kurā sākas tās pašas periods.",
  en: "A row belongs to the period in which its own period begins.",
};

const incidents = { edition: 1, appliesTo: EVERYWHERE, overTime: "SUM", overScopes: "ALL" } as const;
const changes = {
  edition: 1,
  appliesTo: EVERYWHERE,
  overTime: "SUM",
  overScopes: "ROWS",
  period: IMPLEMENTED,
} as const;
const applications = {
  edition: 1,
  appliesTo: ["SERVICE", "INSTITUTION"],
  overTime: "SUM",
  overScopes: "ROWS",
} as const;

export const FLOW_FORMULAS = {
  AVAILABILITY: {
    counts: {
      lv: "Cik lielu daļu saskaņotā pakalpojuma laika pakalpojums bija pieejams. Pārtraukumi, kas pārklājas, skaitās vienreiz; daļējs sver savu daļu; resursa pārtraukums skaitās pakalpojumiem, kas no tā kritiski atkarīgi.",
      en: "How much of the agreed service time the service was there. Overlapping outages count once; a partial one weighs its share; an outage of a resource counts against the services that critically depend on it.",
    },
    numerator: {
      lv: "saskaņotais pakalpojuma laiks, no kura atņemts svērtais pārtraukums, h",
      en: "agreed service time less weighted outage, h",
    },
    denominator: {
      lv: "saskaņotais pakalpojuma laiks bez autorizētiem plānotiem pārtraukumiem, h",
      en: "agreed service time without authorised planned outages, h",
    },
    unit: "PERCENT",
    direction: "HIGHER",
    edition: 1,
    appliesTo: EVERYWHERE,
    overTime: "SUM",
    overScopes: "SERVICES",
    period: {
      lv: "Laiks pieder periodam, kurā tas ir; sākts periods skaitās līdz aprēķina brīdim.",
      en: "Time belongs to the period in which it lies; one that has begun counts up to the moment of computing.",
    },
    scale: { numerator: SHARE_HOUR, denominator: SHARE_HOUR },
  },
  MTBF: {
    counts: {
      lv: "Cik stundu pakalpojuma laika pakalpojums vidēji darbojas no viena pārtraukuma līdz nākamajam.",
      en: "How many hours of service time the service works from one outage to the next, on average.",
    },
    numerator: {
      lv: "saskaņotais pakalpojuma laiks, no kura atņemts svērtais pārtraukums, h",
      en: "agreed service time less weighted outage, h",
    },
    denominator: {
      lv: "pārtraukumi, kas sākušies periodā un tajā skāruši pakalpojuma laiku; tādi, kas pārklājas vai saskaras, ir viens",
      en: "outages that began in the period and took service time in it; those that overlap or meet are one",
    },
    unit: "HOURS",
    direction: "HIGHER",
    edition: 1,
    appliesTo: EVERYWHERE,
    overTime: "SUM",
    overScopes: "SERVICES",
    period: {
      lv: "Pārtraukums pieder periodam, kurā tas sākās.",
      en: "An outage belongs to the period in which it began.",
    },
    scale: { numerator: SHARE_HOUR },
  },
  INCIDENTS: {
    ...incidents,
    counts: {
      lv: "Cik incidentu konstatēts; atceltos neskaita.",
      en: "How many incidents were detected, without cancelled ones.",
    },
    numerator: { lv: "incidenti", en: "incidents" },
    denominator: ONE,
    unit: "COUNT",
    direction: "LOWER",
    period: DETECTED,
  },
  MAJOR_INCIDENTS: {
    ...incidents,
    counts: { lv: "Cik būtisku incidentu konstatēts.", en: "How many major incidents were detected." },
    numerator: { lv: "būtiskie incidenti", en: "major incidents" },
    denominator: ONE,
    unit: "COUNT",
    direction: "LOWER",
    period: DETECTED,
  },
  SLA_RESTORE: {
    ...incidents,
    counts: {
      lv: "Cik incidentu atjaunoti laikā, kas to prioritātei saskaņots. Atvērts un nokavēts skaitās nokavēts; atvērts un vēl nenokavēts, atcelts vai bez saskaņota laika neskaitās.",
      en: "How many incidents were restored within the time agreed for their priority. Open and overdue is breached; open and not overdue yet, cancelled or without an agreed time is left out.",
    },
    numerator: { lv: "laikā atjaunotie", en: "restored within the agreed time" },
    denominator: { lv: "laikā atjaunotie un nokavētie", en: "restored within it, and breached" },
    unit: "PERCENT",
    direction: "HIGHER",
    period: DETECTED,
  },
  SLA_REACT: {
    ...incidents,
    counts: {
      lv: "Cik incidentiem reaģēts laikā, kas to prioritātei saskaņots. Bez reakcijas un nokavēts skaitās nokavēts.",
      en: "To how many incidents people reacted within the time agreed for their priority. Not reacted to and overdue is breached.",
    },
    numerator: { lv: "laikā reaģētie", en: "reacted to within the agreed time" },
    denominator: { lv: "laikā reaģētie un nokavētie", en: "reacted to within it, and breached" },
    unit: "PERCENT",
    direction: "HIGHER",
    period: DETECTED,
  },
  MTRS: {
    ...incidents,
    counts: {
      lv: "Cik stundu pakalpojuma laika vidēji paiet no konstatēšanas līdz atjaunošanai; gaidīšana neskaitās tikai tad, ja tā noteikts pakalpojuma līmenī. Līdzās – kalendāra laiks, mediāna un 90. procentile.",
      en: "How many hours of service time pass from detection to restoration, on average; waiting is left out only where the service level says so. Beside it clock time, median and 90th percentile.",
    },
    numerator: { lv: "atjaunošanas laiku summa, h", en: "sum of times to restore, h" },
    denominator: { lv: "atjaunotie incidenti", en: "incidents restored" },
    unit: "HOURS",
    direction: "LOWER",
    period: {
      lv: "Incidents pieder periodam, kurā darbība atjaunota.",
      en: "An incident belongs to the period in which service was restored.",
    },
    scale: { numerator: HOUR },
    more: ["clock", "median", "p90"],
  },
  REOPENED: {
    ...incidents,
    counts: {
      lv: "Cik atrisināto incidentu ir bijuši atvērti atkārtoti.",
      en: "How many of the incidents resolved had been reopened.",
    },
    numerator: { lv: "atkārtoti atvērtie", en: "reopened ones" },
    denominator: ALL_RESOLVED,
    unit: "PERCENT",
    direction: "LOWER",
    period: RESOLVED,
  },
  FIRST_LINE: {
    ...incidents,
    counts: { lv: "Cik incidentu atrisina 0. un 1. līmenī.", en: "How many incidents are solved at level 0 and 1." },
    numerator: { lv: "0. un 1. līmenī atrisinātie", en: "solved at level 0 or 1" },
    denominator: ALL_RESOLVED,
    unit: "PERCENT",
    direction: "HIGHER",
    period: RESOLVED,
  },
  KNOWLEDGE_USED: {
    ...incidents,
    counts: {
      lv: "Cik incidentu atrisināti ar zināšanu rakstu.",
      en: "How many incidents were solved with an article.",
    },
    numerator: { lv: "ar rakstu atrisinātie", en: "solved with an article" },
    denominator: ALL_RESOLVED,
    unit: "PERCENT",
    direction: "HIGHER",
    period: RESOLVED,
  },
  CHANGE_SUCCESS: {
    ...changes,
    counts: {
      lv: "Cik izmaiņu izdevās (arī ar novirzēm) un neizraisīja nevienu incidentu.",
      en: "How many changes succeeded (with deviations too) and caused no incident.",
    },
    numerator: { lv: "sekmīgās bez izraisīta incidenta", en: "successful ones without a caused incident" },
    denominator: ALL_IMPLEMENTED,
    unit: "PERCENT",
    direction: "HIGHER",
  },
  CHANGE_ON_TIME: {
    ...changes,
    counts: {
      lv: "Cik izmaiņu pabeigtas plānotajā laikā; bez plānota laika – nav laikā.",
      en: "How many changes ended inside the planned window; one without a window did not.",
    },
    numerator: { lv: "plānotajā laikā pabeigtās", en: "ended inside the planned window" },
    denominator: ALL_IMPLEMENTED,
    unit: "PERCENT",
    direction: "HIGHER",
  },
  CHANGE_EMERGENCY: {
    ...changes,
    counts: { lv: "Cik izmaiņu bija ārkārtas.", en: "How many changes were emergencies." },
    numerator: { lv: "ārkārtas izmaiņas", en: "emergency changes" },
    denominator: ALL_IMPLEMENTED,
    unit: "PERCENT",
    direction: "LOWER",
  },
  CHANGE_UNAUTHORISED: {
    ...changes,
    counts: {
      lv: "Cik izmaiņu ieviestas bez atļaujas: standarta bez parauga, normāla, kas nebija autorizēta pirms sākuma, un ārkārtas, kuras novērtējums vai autorizācija nokavēta.",
      en: "How many changes went without authorisation: a standard one without a template, a normal one not authorised before it began, an emergency whose assessment or authorisation is late.",
    },
    numerator: { lv: "neautorizētās", en: "unauthorised ones" },
    denominator: ALL_IMPLEMENTED,
    unit: "PERCENT",
    direction: "LOWER",
  },
  CHANGE_LEAD_TIME: {
    ...changes,
    counts: {
      lv: "Cik stundu pēc kalendāra vidēji paiet no izmaiņas reģistrēšanas līdz ieviešanai.",
      en: "How many hours by the clock pass from registering a change to its implementation, on average.",
    },
    numerator: { lv: "laiku summa, h", en: "sum of times, h" },
    denominator: {
      lv: "ieviestās izmaiņas, kurām zināms reģistrēšanas laiks",
      en: "changes implemented whose time of registering is known",
    },
    unit: "HOURS",
    direction: "LOWER",
    scale: { numerator: HOUR },
  },
  PROBLEM_CAUSE_KNOWN: {
    edition: 1,
    appliesTo: EVERYWHERE,
    overTime: "SUM",
    overScopes: "ROWS",
    counts: {
      lv: "Cik problēmām cēlonis noskaidrots 30 dienās. Problēma, kurai 30 dienas vēl nav pagājušas un cēlonis nav zināms, neskaitās.",
      en: "Of how many problems the cause was found within 30 days. One whose 30 days are not over and whose cause is unknown is left out.",
    },
    numerator: { lv: "30 dienās noskaidrotās", en: "found within 30 days" },
    denominator: { lv: "reģistrētās problēmas, bez atceltajām", en: "problems registered, without cancelled ones" },
    unit: "PERCENT",
    direction: "HIGHER",
    period: {
      lv: "Problēma pieder periodam, kurā tā reģistrēta.",
      en: "A problem belongs to the period in which it was registered.",
    },
  },
  REQUEST_ON_TIME: {
    ...applications,
    counts: {
      lv: "Cik pieteikumu izpildīti laikā: pakalpojuma līmeņa izpildes laikā (pakalpojuma laikā, bez gaidīšanas, kuras laikā līmenis to aptur) vai, ja tāda nav, līdz pieteikuma termiņam.",
      en: "How many applications were fulfilled in time: within the level's time to fulfil (in service time, without the waiting for which the level stops it) or, where there is none, by their own due time.",
    },
    numerator: { lv: "laikā izpildītie", en: "fulfilled in time" },
    denominator: {
      lv: "izpildītie, kuriem ir izpildes laiks vai termiņš",
      en: "fulfilled ones that have an agreed or due time",
    },
    unit: "PERCENT",
    direction: "HIGHER",
    period: {
      lv: "Pieteikums pieder periodam, kurā tas izpildīts.",
      en: "An application belongs to the period in which it was fulfilled.",
    },
  },
  COMPLAINTS: {
    ...applications,
    counts: { lv: "Cik sūdzību ir uz 1000 pieteikumiem.", en: "How many complaints there are to 1,000 applications." },
    numerator: { lv: "sūdzības", en: "complaints" },
    denominator: { lv: "pieteikumi, bez atceltajiem", en: "applications, without cancelled ones" },
    unit: "PER_THOUSAND",
    direction: "LOWER",
    period: {
      lv: "Pieteikums pieder periodam, kurā tas saņemts.",
      en: "An application belongs to the period in which it was received.",
    },
  },
  SATISFACTION: {
    ...applications,
    counts: { lv: "Saņēmēju vidējais vērtējums no 1 līdz 5.", en: "The mean rating by recipients, from 1 to 5." },
    numerator: { lv: "vērtējumu summa", en: "sum of ratings" },
    denominator: { lv: "novērtētie pieteikumi", en: "applications rated" },
    unit: "POINTS",
    direction: "HIGHER",
    period: {
      lv: "Vērtējums pieder periodam, kurā pieteikums izpildīts; ja tas nav izpildīts – slēgts, citādi saņemts.",
      en: "A rating belongs to the period in which the application was fulfilled, or else closed, or else received.",
    },
  },
  CAPACITY_USE: {
    edition: 1,
    appliesTo: ["RESOURCE", "INSTITUTION"],
    overTime: "SUM",
    overScopes: "ROWS",
    counts: {
      lv: "Cik no pieejamās ietilpības izmantots; skaita rindas, kurās ir abi.",
      en: "How much of what was available was used; rows that have both count.",
    },
    numerator: { lv: "izmantotais", en: "used" },
    denominator: { lv: "pieejamais", en: "available" },
    unit: "PERCENT",
    direction: "RANGE",
    period: BEGINS,
  },
  BUDGET: {
    edition: 1,
    appliesTo: ["SERVICE", "INSTITUTION"],
    overTime: "SUM",
    overScopes: "ROWS",
    counts: {
      lv: "Faktiskās izmaksas pret budžetu; skaita izmaksu rindas, kurās ir abas summas.",
      en: "Actual costs to budget; lines of cost that have both amounts count.",
    },
    numerator: { lv: "izpilde, EUR", en: "actual, EUR" },
    denominator: { lv: "budžets, EUR", en: "budget, EUR" },
    unit: "PERCENT",
    direction: "RANGE",
    period: BEGINS,
  },
  UNIT_COST: {
    edition: 1,
    appliesTo: ["SERVICE", "INSTITUTION"],
    overTime: "SUM",
    overScopes: "ROWS",
    counts: {
      lv: "Cik vidēji izmaksā viena sniegtā vienība. Vienības, kas vienam periodam ierakstītas vairākās rindās, skaitās vienreiz (lielākais skaits).",
      en: "What one unit delivered costs, on average. Units told in several lines of one period count once (the largest number).",
    },
    numerator: { lv: "faktiskās izmaksas, EUR", en: "actual costs, EUR" },
    denominator: { lv: "sniegtās vienības", en: "units delivered" },
    unit: "EURO",
    direction: "LOWER",
    period: BEGINS,
  },
} as const satisfies Record<string, Formula>;
