import type { Rule } from "./rule.ts";

/** Who may do what (domain.md, section 1). */
export const RIGHTS_RULES = {
  PERSONAL_DATA_FOR_THOSE_CONCERNED: {
    from: "domain.md 1",
    says: {
      lv: "Pieteicēju personas datus redz klientu apkalpotāji un attiecīgā pakalpojuma sniedzējs un saimnieks; citi ne.",
      en: "Personal data of applicants are seen by the front office and by provider and owner of the service concerned; by nobody else.",
    },
  },
  PERSONAL_DATA_NOT_LOST_UNSEEN: {
    from: "domain.md 1",
    says: {
      lv: "Kas personas datus neredz, tas tos arī nemaina un neizdzēš.",
      en: "Who does not see personal data neither changes nor erases them.",
    },
  },
  PERSONAL_DATA_ERASED: {
    from: "domain.md 1",
    says: {
      lv: "Pēc iestādes noteiktā glabāšanas laika slēgto pieteikumu personas datus dzēš visur; skaits un laiki paliek.",
      en: "Personal data of closed applications are erased everywhere after the period that the institution sets; counts and times stay.",
    },
  },
  RIGHTS_TABLE: {
    from: "domain.md 1",
    says: {
      lv: "Ko kurš drīkst darīt, nosaka lomu tabula: katrai darbībai sava loma, katrā mērogā.",
      en: "Who may do what is one table of roles: for every operation its roles, each in its own scope.",
    },
  },
  LEADS_READ_RESULTS_ONLY: {
    from: "domain.md 1",
    says: {
      lv: "Valsts, nozares un pašvaldības vadošā iestāde redz zemāk esošo iestāžu rezultātus, nevis to reģistrus un žurnālus.",
      en: "State, sector and municipality leads see the results of the institutions below them, not their registers and logs.",
    },
  },
  MONITORING_BY_TOKEN: {
    from: "domain.md 1",
    says: {
      lv: "Uzraudzības sistēma ar savu pilnvaru reģistrē incidentus un ieraksta mērījumus; citu tā nedara un neko neredz.",
      en: "A monitoring system registers incidents and enters measurements by its token; it does nothing else and sees nothing.",
    },
  },
  RECIPIENT_READS_OWN: {
    from: "domain.md 1",
    says: {
      lv: "Pakalpojuma saņēmējs reģistrē un redz savus pieteikumus; par pārējiem viņš neuzzina pat to, ka tie ir.",
      en: "A recipient registers and sees their own applications; of others not even that they exist.",
    },
  },
} as const satisfies Record<string, Rule>;
