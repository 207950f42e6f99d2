import { RESOURCE_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn } from "./shared-columns.ts";
import { CRITICALITY, STAGES, throughStages, retireReason } from "./stages.ts";

/** Resources of an institution: its configuration items (KV; domain.md, section 2). */
export const resources = {
  key: "resources",
  type: "Resource",
  label: { lv: "Resursi", en: "Resources" },
  one: { lv: "Resurss", en: "Resource" },
  help: {
    lv: "Viss, no kā atkarīga pakalpojumu sniegšana: konfigurācijas vienības, to saimnieki, posms un pārbaude.",
    en: "Everything that delivering services depends on: configuration items, their owners, stage and verification.",
  },
  code: { column: "code", prefix: "R", digits: 4 },
  title: "name",
  matchBy: ["name", "serial"],
  columns: {
    code: { ...codeColumn("Resursa kods", "KV kods", "Resource code", "CI"), edit: ["RESOURCE_PORTFOLIO_OWNER"] },
    name: {
      type: "text",
      max: 500,
      required: true,
      label: { lv: "Nosaukums", en: "Name" },
      help: {
        lv: "Resursa nosaukums, kādu lieto iestādē.",
        en: "The name of the resource as the institution knows it.",
      },
      also: ["Resursa nosaukums", "Resurss", "Konfigurācijas vienība", "Resource name", "Resource", "Title"],
      width: 42,
    },
    kind: {
      type: "choice",
      options: {
        INFORMATION_SYSTEM: { label: { lv: "Informācijas sistēma", en: "Information system" }, also: ["IS"] },
        SOFTWARE: { label: { lv: "Programmatūra", en: "Software" }, also: ["application"] },
        HARDWARE: { label: { lv: "Aparatūra", en: "Hardware" }, also: ["iekārta", "serveris", "server"] },
        NETWORK: { label: { lv: "Tīkls", en: "Network" } },
        PREMISES: { label: { lv: "Telpas", en: "Premises" }, also: ["ēka", "building"] },
        PEOPLE: { label: { lv: "Cilvēki", en: "People" }, also: ["personāls", "staff"] },
        DOCUMENTATION: { label: { lv: "Dokumentācija", en: "Documentation" } },
        DATA: { label: { lv: "Dati", en: "Data" } },
        SUPPLIER_CONTRACT: { label: { lv: "Piegādes līgums", en: "Supplier contract" }, also: ["līgums", "contract"] },
        OTHER: { label: { lv: "Cits", en: "Other" } },
      },
      label: { lv: "Veids", en: "Kind" },
      help: { lv: "Kas tas par resursu.", en: "What sort of resource it is." },
      also: ["Resursa veids", "Resource type", "Type"],
      width: 20,
    },
    description: {
      type: "text",
      max: 10_000,
      multiline: true,
      label: { lv: "Apraksts", en: "Description" },
      help: {
        lv: "Kam resurss vajadzīgs un no kā tas sastāv.",
        en: "What the resource is for and what it consists of.",
      },
      also: ["Resursa apraksts", "Resource description"],
      width: 50,
    },
    owner: {
      type: "reference",
      to: "people",
      requiredFrom: "DELIVERING",
      edit: ["RESOURCE_PORTFOLIO_OWNER"],
      label: { lv: "Saimnieks", en: "Owner" },
      help: {
        lv: "Persona, kas atbild par resursu; raksta vārdu vai kodu.",
        en: "The person who answers for the resource; type the name or the code.",
      },
      also: ["Resursa saimnieks", "Vadītājs", "Resource owner", "Responsible"],
      width: 22,
    },
    users: {
      type: "references",
      to: "people",
      label: { lv: "Lietotāji", en: "Users" },
      help: {
        lv: "Personas, kas resursu lieto un palīdz to atjaunot; vairākas atdala ar semikolu.",
        en: "People who use the resource and help to restore it; several are parted by semicolons.",
      },
      also: ["Resursa lietotāji", "Resource users"],
      width: 26,
    },
    supplier: {
      type: "text",
      max: 300,
      label: { lv: "Piegādātājs", en: "Supplier" },
      help: { lv: "Kas resursu piegādā vai uztur.", en: "Who supplies or maintains the resource." },
      also: ["Ražotājs", "Uzturētājs", "Vendor", "Manufacturer"],
      width: 24,
    },
    stage: {
      type: "choice",
      options: STAGES,
      label: { lv: "Posms", en: "Stage" },
      help: {
        lv: "Dzīves cikla posms; to maina soli pa solim.",
        en: "The stage of the lifecycle; it changes step by step.",
      },
      also: ["Statuss", "Stāvoklis", "State", "Status"],
      width: 22,
    },
    criticality: {
      type: "choice",
      options: CRITICALITY,
      label: { lv: "Kritiskums", en: "Criticality" },
      help: { lv: "Cik smagas ir pārtraukuma sekas.", en: "How grave an interruption is." },
      also: ["Prioritāte", "Priority", "Svarīgums"],
      width: 12,
    },
    serial: {
      type: "text",
      max: 200,
      label: { lv: "Sērijas numurs", en: "Serial number" },
      help: {
        lv: "Sērijas numurs, inventāra numurs vai cits ārējs identifikators.",
        en: "Serial number, inventory number or another identifier given outside.",
      },
      also: ["Inventāra numurs", "Inventory number", "Serial", "Asset tag"],
      width: 18,
    },
    location: {
      type: "text",
      max: 300,
      label: { lv: "Atrašanās vieta", en: "Location" },
      help: { lv: "Kur resurss atrodas.", en: "Where the resource is." },
      also: ["Vieta", "Adrese", "Address"],
      width: 24,
    },
    verifiedOn: {
      type: "date",
      notBefore: "1900-01-01",
      notAfter: "today",
      requiredFrom: "DELIVERING",
      label: { lv: "Pārbaudīts", en: "Verified on" },
      help: {
        lv: "Diena, kurā ieraksts salīdzināts ar īstenību.",
        en: "The day on which the record was compared with what is there.",
      },
      also: ["Pārbaudes datums", "Verificēts", "Verified", "Last audit"],
      width: 13,
    },
    verifiedBy: {
      type: "reference",
      to: "people",
      label: { lv: "Pārbaudīja", en: "Verified by" },
      help: { lv: "Persona, kas ierakstu pārbaudīja.", en: "The person who verified the record." },
      also: ["Pārbaudītājs", "Verifier", "Auditor"],
      width: 22,
    },
    retireReason: retireReason("RESOURCE_PORTFOLIO_OWNER", {
      lv: "Kāpēc resursu vairs nelieto.",
      en: "Why the resource is no longer used.",
    }),
  },
  lifecycle: throughStages({
    type: "Resource",
    retiredBy: ["RESOURCE_PORTFOLIO_OWNER"],
    deliver: {
      start: { lv: "Sākt lietošanu", en: "Start using" },
      back: { lv: "Atgriezt lietošanā", en: "Return to use" },
    },
  }),
  rights: {
    create: ["RESOURCE_PORTFOLIO_OWNER"],
    edit: RESOURCE_OWNERS,
    retire: ["RESOURCE_PORTFOLIO_OWNER"],
  },
  rowRoles: { RESOURCE_OWNER: [{ column: "owner" }], RESOURCE_USER: [{ column: "users" }] },
} as const satisfies Register;
