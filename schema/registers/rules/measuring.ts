import type { Rule } from "./rule.ts";

/** Rules of KPIs, targets and measurements (domain.md, sections 1, 2, 5 and 6). */
export const MEASURING_RULES = {
  KPI_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Rādītājs ir melnraksts, tad to lieto, tad izbeidz; atpakaļ tas neiet.",
      en: "A KPI is a draft, then active, then retired; it does not go back.",
    },
  },
  KPI_DEFINITION_COMPLETE: {
    from: "domain.md 6",
    says: {
      lv: "Lietojamam rādītājam ir nolūks, veids, aspekts, mērvienība, virziens, mērogs, biežums, avots un redakcija.",
      en: "An active KPI has purpose, kind, aspect, unit, direction, scope, frequency, source and edition.",
    },
  },
  KPI_DEFINED_BY_SCOPE_OWNER: {
    from: "domain.md 1",
    says: {
      lv: "Rādītāju nosaka tā mēroga saimnieks: vadošā iestāde, kopuma saimnieks, pakalpojuma vai resursa saimnieks.",
      en: "A KPI is defined by the owner of its scope: lead, portfolio owner, service or resource owner.",
    },
  },
  KPI_MEASURED_STAYS: {
    from: "domain.md 5",
    says: {
      lv: "Izmērītam rādītājam formula, mērvienība un virziens nemainās.",
      en: "Formula, unit and direction of a KPI do not change once it is measured.",
    },
  },
  KPI_NEW_EDITION_NAMES_FORMER: {
    from: "domain.md 5",
    says: {
      lv: "Ko mēra, maina ar jaunu redakciju, kas norāda iepriekšējo.",
      en: "What is measured changes with a new edition, which names the former one.",
    },
  },
  KPI_COMPUTED_HAS_FORMULA: {
    from: "domain.md 6",
    says: {
      lv: "Formula ir tieši aprēķināmiem rādītājiem.",
      en: "Computed KPIs have a formula, and they alone.",
    },
  },
  KPI_RANGE_HAS_BOUNDS: {
    from: "domain.md 6",
    says: {
      lv: "Robežas ir tieši tiem rādītājiem, kuriem jābūt robežās, zemākā mazāka par augstāko.",
      en: "KPIs that shall be within a range have bounds, the lower below the upper, and they alone.",
    },
  },
  KPI_SCOPE_FITS: {
    from: "domain.md 6",
    says: {
      lv: "Vienam pakalpojumam, resursam vai procesam nosaka tikai tāda mēroga rādītāju.",
      en: "Only a KPI of a service, resource or process is defined for one of them.",
    },
  },
  KPI_SATISFACTION_MANDATORY: {
    from: "domain.md 6",
    says: {
      lv: "Saņēmēju apmierinātību valstī mēra vienmēr: tās pēdējo valsts rādītāju neizbeidz.",
      en: "The satisfaction of recipients is measured state-wide at all times: its last state-wide KPI is not retired.",
    },
  },
  TARGET_BY_SCOPE_OWNER: {
    from: "domain.md 1",
    says: {
      lv: "Mērķi nosaka tā tvēruma saimnieks.",
      en: "Targets are set by the owner of the scope.",
    },
  },
  TARGET_OVERLAP: {
    from: "domain.md 6",
    says: {
      lv: "Vienam rādītājam un tvērumam katrā laikā ir viens mērķis.",
      en: "A KPI and scope have one target at a time.",
    },
  },
  TARGET_SCOPE_FITS: {
    from: "domain.md 6",
    says: {
      lv: "Mērķa tvērums ir tāds, kādam rādītājs noteikts.",
      en: "A target's scope is of the kind that its KPI is defined for.",
    },
  },
  MEASUREMENT_BY_MEASURERS: {
    from: "domain.md 1",
    says: {
      lv: "Mērījumu ievada saimnieks, sniedzējs vai mērīšanas sistēma.",
      en: "An owner, a provider or a measuring system enters a measurement.",
    },
  },
  MEASUREMENT_HAS_VALUE: {
    from: "domain.md 2",
    says: {
      lv: "Mērījumā ir vērtība vai skaitītājs un saucējs.",
      en: "A measurement has a value, or a numerator and denominator.",
    },
  },
  MEASUREMENT_PARTS_TOGETHER: {
    from: "domain.md 6",
    says: {
      lv: "Skaitītājs un saucējs ir abi, un saucējs nav nulle.",
      en: "Numerator and denominator go together, and the denominator is not zero.",
    },
  },
  MEASURED_TWICE: {
    from: "domain.md 6",
    says: {
      lv: "Vienu rādītāju vienam tvērumam vienā periodā mēra reizi.",
      en: "A KPI is measured once for a scope and period.",
    },
  },
  MEASUREMENT_SCOPE_FITS: {
    from: "domain.md 6",
    says: {
      lv: "Mērījuma tvērums ir tāds, kādam rādītājs noteikts.",
      en: "A measurement's scope is of the kind that its KPI is defined for.",
    },
  },
  MEASUREMENT_NOT_OF_COMPUTED: {
    from: "domain.md 6",
    says: {
      lv: "Ko aprēķina sistēma, to neievada.",
      en: "What the system computes is not entered.",
    },
  },
  MEASUREMENT_SOURCE_TOLD: {
    from: "domain.md 6",
    says: {
      lv: "Mērījuma avots ir patiess: cilvēks ievada ar roku, sistēma sūta ar pilnvaru.",
      en: "The source of a measurement is true: people enter by hand, systems send by token.",
    },
  },
} as const satisfies Record<string, Rule>;
