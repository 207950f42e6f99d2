import type { Rule } from "./rule.ts";

/** Rules of services, resources and what is kept about them (domain.md, sections 1, 2, 5–9). */
export const REGISTER_RULES = {
  SERVICE_REVIEW_AFTER_START: {
    from: "domain.md 2",
    says: {
      lv: "Pakalpojumu nepārskata pirms dienas, kopš kuras to sniedz.",
      en: "A service is not due for review before the day since which it is delivered.",
    },
  },
  SERVICE_BY_PORTFOLIO: {
    from: "domain.md 1",
    says: {
      lv: "Pakalpojumu reģistrē un likvidē iestādes pakalpojumu kopuma saimnieks; labo arī pakalpojuma saimnieks.",
      en: "The service portfolio owner registers and retires a service; its owner edits it too.",
    },
  },
  RESOURCE_BY_PORTFOLIO: {
    from: "domain.md 1",
    says: {
      lv: "Resursu reģistrē un likvidē iestādes resursu kopuma saimnieks; labo arī resursa saimnieks.",
      en: "The resource portfolio owner registers and retires a resource; its owner edits it too.",
    },
  },
  CARE_BY_OWNERS: {
    from: "domain.md 1",
    says: {
      lv: "Sasaistes, pakalpojumu līmeņus, nepārtrauktības plānus un finanses kārto tā pakalpojuma vai resursa saimnieks un kopuma saimnieki.",
      en: "Dependencies, service levels, continuity plans and finances are kept by the owner of the service or resource and by portfolio owners.",
    },
  },
  ROLES_BY_PORTFOLIO: {
    from: "domain.md 1",
    says: {
      lv: "Lomas, procesu vadītājus un darba laiku pakalpojumiem nosaka kopuma saimnieki.",
      en: "Roles, process managers and calendars of services and agreements are set by portfolio owners.",
    },
  },
  ONE_RESPONSIBLE: {
    from: "domain.md 1",
    says: {
      lv: "Par pakalpojumu, resursu un procesu atbild viena persona.",
      en: "One person answers for a service, for a resource and for a process.",
    },
  },
  ROLE_SCOPE: {
    from: "domain.md 1",
    says: {
      lv: "Loma ir savā mērogā: pakalpojuma loma pakalpojumam, resursa loma resursam, procesa vadītājs procesam, pārējās – bez norādes.",
      en: "A role is held in its own scope: a service role for a service, a resource role for a resource, a process manager for a process, others for none of them.",
    },
  },
  ROLE_LEAD_BY_LEAD: {
    from: "domain.md 1",
    says: {
      lv: "Valsts, nozares vai pašvaldības vadošās iestādes lomu piešķir tikai tas, kam tā jau ir.",
      en: "The role of a state, sector or municipality lead is assigned only by who already holds it.",
    },
  },
  STAGES_IN_ORDER: {
    from: "domain.md 2",
    says: {
      lv: "Pakalpojums un resurss iet cauri posmiem pēc kārtas; atpakaļ – tikai no pilnveides uz sniegšanu.",
      en: "A service and a resource go through the stages in order; back only from improving to delivering.",
    },
  },
  RETIRED_WITH_REASON: {
    from: "domain.md 2",
    says: {
      lv: "Neko nedzēš: ierakstu izbeidz, norādot iemeslu.",
      en: "Nothing is deleted: a record is retired, with a reason.",
    },
  },
  SERVICE_DELIVERED_WHOLE: {
    from: "domain.md 2",
    says: {
      lv: "Lai pakalpojumu sniegtu, tam ir saimnieks, vismaz viens sniedzējs un apraksts.",
      en: "To be delivered a service has an owner, at least one provider and a description.",
    },
  },
  SERVICE_DELIVERED_AGREED: {
    from: "domain.md 2",
    says: {
      lv: "Lai pakalpojumu sniegtu, tam ir saskaņots un spēkā esošs līmenis.",
      en: "To be delivered a service has an agreed service level in force.",
    },
  },
  SERVICE_DELIVERED_MEASURED: {
    from: "domain.md 2",
    says: {
      lv: "Lai pakalpojumu sniegtu, tam ir vismaz viens aktīvs rādītājs ar mērķi.",
      en: "To be delivered a service has at least one active KPI with a target.",
    },
  },
  RESOURCE_USED_VERIFIED: {
    from: "domain.md 2",
    says: {
      lv: "Lai resursu lietotu, tam ir saimnieks un pārbaudes diena.",
      en: "To be used a resource has an owner and a day of verification.",
    },
  },
  RETIRED_NOT_DEPENDED_ON: {
    from: "domain.md 2",
    says: {
      lv: "Nelikvidē to, no kā kritiski ir atkarīgs kas tāds, ko sniedz vai pilnveido.",
      en: "Nothing is retired on which something in delivery or improvement critically depends.",
    },
  },
  RETIRED_WITHOUT_INCIDENTS: {
    from: "domain.md 2",
    says: {
      lv: "Nelikvidē to, par ko ir neslēgts incidents.",
      en: "Nothing is retired on which an incident is open.",
    },
  },
  DEPENDENCY_NOT_OF_ITSELF: {
    from: "domain.md 2",
    says: {
      lv: "Pakalpojums vai resurss nav atkarīgs pats no sevis.",
      en: "A service or resource does not depend on itself.",
    },
  },
  DEPENDENCY_NO_CYCLE: {
    from: "domain.md 2",
    says: {
      lv: "Kritiskas sasaistes neveido loku; ja veidotu, loku nosauc.",
      en: "Critical dependencies form no cycle; one that would be closed is named.",
    },
  },
  SERVICE_LEVEL_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Pakalpojuma līmenis ir projekts, tad saskaņots, tad beidzies.",
      en: "A service level is a draft, then agreed, then ended.",
    },
  },
  SERVICE_LEVEL_AGREED_WHOLE: {
    from: "domain.md 2",
    says: {
      lv: "Saskaņotam līmenim ir zināms, ar ko un no kuras dienas tas saskaņots.",
      en: "Of an agreed service level it is known with whom and from which day.",
    },
  },
  SERVICE_LEVEL_NO_OVERLAP: {
    from: "domain.md 5",
    says: {
      lv: "Divi saskaņoti viena pakalpojuma vai resursa līmeņi laikā nepārklājas.",
      en: "Two agreed service levels of one service or resource never overlap in time.",
    },
  },
  VALIDITY_ORDER: {
    from: "domain.md 6",
    says: {
      lv: "Spēkā esība nebeidzas, pirms tā sākusies.",
      en: "Validity does not end before it begins.",
    },
  },
  PERIOD_ORDER: {
    from: "domain.md 6",
    says: {
      lv: "Periods ir pusatvērts intervāls: tas beidzas pēc tam, kad sācies.",
      en: "A period is a half-open interval: it ends after it has begun.",
    },
  },
  CONTINUITY_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Nepārtrauktības plāns ir projekts, tad apstiprināts, tad pārbaudīts.",
      en: "A continuity plan is a draft, then approved, then tested.",
    },
  },
  CONTINUITY_APPROVED_WHOLE: {
    from: "domain.md 2",
    says: {
      lv: "Apstiprinātam plānam ir riski, ietekme, RTO, RPO un plāns.",
      en: "An approved plan has risks, impact, RTO, RPO and the plan itself.",
    },
  },
  CONTINUITY_TESTED_KNOWN: {
    from: "domain.md 2",
    says: {
      lv: "Pārbaudītam plānam ir pārbaudes diena un rezultāts.",
      en: "A tested plan has the day and the result of the test.",
    },
  },
  CONTINUITY_TESTED_YEARLY: {
    from: "domain.md 5",
    says: {
      lv: "Plāns, kura pārbaude vecāka par gadu, nav pārbaudīts, bet tikai apstiprināts.",
      en: "A plan whose test is older than a year is not tested but merely approved.",
    },
  },
  CONTINUITY_NEXT_TEST_LATER: {
    from: "domain.md 2",
    says: {
      lv: "Nākamā pārbaude ir pēc pēdējās.",
      en: "The next test is after the last.",
    },
  },
  PROCESSES_TWELVE: {
    from: "domain.md 7",
    says: {
      lv: "Procesi ir divpadsmit, un katram ir noteikts, kuram brieduma līmenim tas obligāts vai vēlams.",
      en: "There are twelve processes, each mandatory or desirable for maturity levels as told.",
    },
  },
  PROCESS_ONCE: {
    from: "domain.md 7",
    says: {
      lv: "Iestādē katrs process ir vienreiz.",
      en: "An institution keeps each process once.",
    },
  },
  TASKS_THIRTY_TWO: {
    from: "domain.md 8",
    says: {
      lv: "Pakalpojumu pārvaldības uzdevumi ir 32; tieši saistītie saistīti abpusēji.",
      en: "There are 32 tasks of managing services; those directly related are so both ways.",
    },
  },
  TASK_ONCE: {
    from: "domain.md 8",
    says: {
      lv: "Iestādē katrs uzdevums ir vienreiz.",
      en: "An institution keeps each task once.",
    },
  },
  CONDITIONS_OF_SERVICES: {
    from: "domain.md 9",
    says: {
      lv: "Nosacījumi ir no N1-1 līdz N10-1; no uzdevumiem atkarīgie ir zināmi.",
      en: "The conditions are N1-1 to N10-1; those that depend on tasks are known.",
    },
  },
  CONDITION_ONCE: {
    from: "domain.md 9",
    says: {
      lv: "Pakalpojumam katrs nosacījums ir vienreiz.",
      en: "A service has each condition once.",
    },
  },
} as const satisfies Record<string, Rule>;
