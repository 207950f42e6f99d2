import { isEmpty } from "./lifecycle.ts";
import type { Options, Register, Row } from "./register.ts";
import { codeColumn } from "./shared-columns.ts";

const SCALE = { type: "integer", min: 1, max: 5, requiredFrom: "GIVEN", lockedFrom: "GIVEN", width: 12 } as const;

const CONCLUSIONS = {
  SUPPORT: { label: { lv: "Atbalstīt", en: "Support" }, also: ["atbalsta", "jā", "approve"] },
  SUPPORT_WITH_CONDITIONS: {
    label: { lv: "Atbalstīt ar nosacījumiem", en: "Support with conditions" },
    also: ["ar nosacījumiem", "conditional"],
  },
  AGAINST: { label: { lv: "Neatbalstīt", en: "Do not support" }, also: ["neatbalsta", "nē", "reject"] },
} as const satisfies Options;

/** Likelihood × consequence, 1–25 (domain.md, section 4); null while one of the two is not given. */
const riskOf = ({ likelihood, consequence }: Row): number | null =>
  isEmpty(likelihood) || isEmpty(consequence) ? null : Number(likelihood) * Number(consequence);

/** Experts' assessments of changes (domain.md, section 4). */
export const assessments = {
  key: "assessments",
  type: "Assessment",
  label: { lv: "Novērtējumi", en: "Assessments" },
  one: { lv: "Novērtējums", en: "Assessment" },
  help: {
    lv: "Ekspertu novērtējumi: izmaiņas gaidāmais rezultāts, ietekme, risks, vajadzīgie resursi un atkāpšanās plāns.",
    en: "Experts' assessments: a change's expected result, impact, risk, resources needed and back-out plan.",
  },
  code: { column: "code", prefix: "ASM", digits: 5, yearly: true },
  title: "code",
  namedBy: "code",
  matchBy: ["change", "expert"],
  columns: {
    code: codeColumn("Novērtējuma numurs", "Assessment number"),
    change: {
      type: "reference",
      to: "changes",
      required: true,
      lockedFrom: "DRAFT",
      label: { lv: "Izmaiņa", en: "Change" },
      help: { lv: "Kuru izmaiņu novērtē.", en: "The change that is assessed." },
      also: ["Izmaiņas pieprasījums", "Change request", "RFC"],
      width: 17,
    },
    expert: {
      type: "reference",
      to: "people",
      requiredFrom: "DRAFT",
      lockedFrom: "DRAFT",
      label: { lv: "Eksperts", en: "Expert" },
      help: {
        lv: "Kurš novērtē; tukšu aizpilda ar rakstītāju.",
        en: "Who assesses; left empty, the one who writes.",
      },
      also: ["Vērtētājs", "Assessor", "Assessed by"],
      width: 22,
    },
    expected: {
      type: "text",
      max: 4_000,
      multiline: true,
      requiredFrom: "GIVEN",
      lockedFrom: "GIVEN",
      label: { lv: "Gaidāmais rezultāts", en: "Expected result" },
      help: { lv: "Ko izmaiņa dos, ja izdosies.", en: "What the change brings when it succeeds." },
      also: ["Sagaidāmais rezultāts", "Ieguvumi", "Benefits"],
      width: 36,
    },
    impact: {
      type: "text",
      max: 4_000,
      multiline: true,
      requiredFrom: "GIVEN",
      lockedFrom: "GIVEN",
      label: { lv: "Ietekme", en: "Impact" },
      help: {
        lv: "Ko izmaiņa skar: pakalpojumus, saņēmējus, citus darbus.",
        en: "What the change touches: services, recipients, other work.",
      },
      also: ["Ietekmes izvērtējums", "Impact analysis"],
      width: 36,
    },
    likelihood: {
      ...SCALE,
      label: { lv: "Varbūtība", en: "Likelihood" },
      help: {
        lv: "Cik iespējams, ka neizdosies: no 1 (maz ticams) līdz 5 (gandrīz droši).",
        en: "How likely it is to go wrong: from 1 (unlikely) to 5 (almost certain).",
      },
      also: ["Riska varbūtība", "Probability"],
    },
    consequence: {
      ...SCALE,
      label: { lv: "Sekas", en: "Consequence" },
      help: {
        lv: "Cik smagas sekas, ja neizdosies: no 1 (nelielas) līdz 5 (ļoti smagas).",
        en: "How grave it is if it goes wrong: from 1 (slight) to 5 (very grave).",
      },
      also: ["Seku smagums", "Severity"],
    },
    risk: {
      type: "integer",
      min: 1,
      max: 25,
      readOnly: true,
      computed: riskOf,
      label: { lv: "Risks", en: "Risk" },
      help: { lv: "Varbūtība reiz sekas, no 1 līdz 25.", en: "Likelihood times consequence, from 1 to 25." },
      also: ["Riska vērtība", "Risk score"],
      width: 8,
    },
    resources: {
      type: "text",
      max: 4_000,
      multiline: true,
      requiredFrom: "GIVEN",
      lockedFrom: "GIVEN",
      label: { lv: "Vajadzīgie resursi", en: "Resources needed" },
      help: { lv: "Cilvēki, laiks, nauda un tehnika, kas vajadzīgi.", en: "People, time, money and equipment needed." },
      also: ["Nepieciešamie resursi", "Resources", "Effort"],
      width: 30,
    },
    backout: {
      type: "text",
      max: 4_000,
      multiline: true,
      requiredFrom: "GIVEN",
      lockedFrom: "GIVEN",
      label: { lv: "Atkāpšanās plāns", en: "Back-out plan" },
      help: {
        lv: "Kā atgriezties iepriekšējā stāvoklī, ja neizdodas.",
        en: "How to get back to the former state if it goes wrong.",
      },
      also: ["Atgriešanās plāns", "Rollback plan", "Remediation plan"],
      width: 36,
    },
    conclusion: {
      type: "choice",
      options: CONCLUSIONS,
      requiredFrom: "GIVEN",
      lockedFrom: "GIVEN",
      label: { lv: "Secinājums", en: "Conclusion" },
      help: {
        lv: "Ko eksperts iesaka tam, kurš autorizē; nosacījumus raksta piezīmē.",
        en: "What the expert advises the one who authorises; conditions stand in the note.",
      },
      also: ["Ieteikums", "Atzinums", "Recommendation"],
      width: 20,
    },
    note: {
      type: "text",
      max: 4_000,
      multiline: true,
      lockedFrom: "GIVEN",
      label: { lv: "Piezīme", en: "Note" },
      help: { lv: "Nosacījumi un kas vēl jāzina.", en: "Conditions and what else is to be known." },
      also: ["Nosacījumi", "Komentārs", "Comment"],
      width: 30,
    },
    givenAt: {
      type: "datetime",
      notAfter: "now",
      lockedFrom: "GIVEN",
      label: { lv: "Iesniegts", en: "Given at" },
      help: { lv: "Kad eksperts novērtējumu iesniedza.", en: "When the expert gave the assessment." },
      also: ["Iesniegšanas laiks", "Assessed at"],
      width: 17,
    },
    withdrawReason: {
      type: "text",
      max: 1_000,
      requiredFrom: "WITHDRAWN",
      label: { lv: "Atsaukšanas iemesls", en: "Reason for withdrawing" },
      help: { lv: "Kāpēc novērtējuma nebūs.", en: "Why there will be no assessment." },
      also: ["Atteikuma iemesls", "Withdrawal reason"],
      width: 24,
    },
    state: {
      type: "choice",
      options: {
        DRAFT: { label: { lv: "Melnraksts", en: "Draft" }, also: ["uzmetums"] },
        GIVEN: { label: { lv: "Iesniegts", en: "Given" }, also: ["sniegts", "submitted"] },
        WITHDRAWN: { label: { lv: "Atsaukts", en: "Withdrawn" }, also: ["atcelts"] },
      },
      label: { lv: "Stāvoklis", en: "State" },
      help: {
        lv: "Iesniegts novērtējums vairs nemainās un tiek skaitīts autorizējot.",
        en: "An assessment once given stays as it is and counts on authorising.",
      },
      also: ["Statuss", "Status"],
      width: 12,
    },
  },
  lifecycle: {
    column: "state",
    initial: "DRAFT",
    retired: "WITHDRAWN",
    aside: ["WITHDRAWN"],
    done: ["GIVEN", "WITHDRAWN"],
    stamps: { expert: "ACTOR" },
    transitions: [
      {
        from: "DRAFT",
        to: "GIVEN",
        who: [],
        also: ["expert"],
        guards: [
          {
            rule: "ASSESSMENT_BY_NAMED_EXPERT",
            column: "expert",
            fact: "ASSESSOR_NOT_NAMED",
            message: {
              lv: "Izmaiņā {change} šis eksperts nav norādīts. Lūdziet saimniekam viņu ierakstīt izmaiņas kolonnā “Eksperti”.",
              en: "The change {change} does not name this expert. Ask its owner to add them to “Experts” of the change.",
            },
          },
        ],
        at: "givenAt",
        intent: "giveAssessment",
        label: { lv: "Iesniegt", en: "Give" },
      },
      {
        from: "DRAFT",
        to: "WITHDRAWN",
        who: [],
        also: ["expert"],
        needs: ["withdrawReason"],
        intent: "withdrawAssessment",
        label: { lv: "Atsaukt", en: "Withdraw" },
      },
    ],
  },
  guards: [
    {
      rule: "ASSESSMENT_WRITTEN_BY_ITS_EXPERT",
      column: "expert",
      broken: ({ expert }, _before, person) => expert !== person,
      message: {
        lv: "Novērtējumu raksta tikai tas eksperts, kurš tajā norādīts. Rakstiet savu novērtējumu jaunā rindā.",
        en: "Only the expert named in it writes an assessment. Write your own in a new row.",
      },
    },
  ],
  rights: { create: ["STAFF"], edit: ["STAFF"], retire: ["STAFF"] },
} as const satisfies Register;
