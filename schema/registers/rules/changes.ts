import type { Rule } from "./rule.ts";

/** Rules of changes and their models, of assessments, templates and freeze windows (domain.md, sections 1 and 4). */
export const CHANGE_RULES = {
  CHANGE_REGISTERED_BY_EVERYONE: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņas pieprasījumu reģistrē ikviens iestādes darbinieks; pieprasītājs un laiks ir zināmi un vairs nemainās.",
      en: "Everyone of the institution registers a change request; who asked and when is known and stays.",
    },
  },
  CHANGE_STEPS_BY_OWNERS: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņu klasificē, pārskata un slēdz pakalpojuma vai resursa saimnieks vai kopuma saimnieks.",
      en: "The owner of the service or resource, or a portfolio owner, classifies, reviews and closes a change.",
    },
  },
  CHANGE_DONE_BY_DOERS: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņu ieplāno un ievieš tās ieviesēji, pakalpojuma sniedzējs vai saimnieki.",
      en: "Implementers, providers of the service and owners plan and carry out a change.",
    },
  },
  CHANGE_STEPS_IN_ORDER: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņa iet sava modeļa soļus pēc kārtas un neatgriežas.",
      en: "A change takes the steps of its model in order and does not go back.",
    },
  },
  CHANGE_MODEL_DECIDES: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņas modeli nosaka veids un sarežģītība; klasificētai izmaiņai tie nemainās.",
      en: "Kind and complexity are the change model; they do not change once the change is classified.",
    },
  },
  CHANGE_STANDARD_HAS_TEMPLATE: {
    from: "domain.md 4",
    says: {
      lv: "Standarta izmaiņai norāda apstiprinātu paraugu.",
      en: "A standard change names an approved template.",
    },
  },
  CHANGE_STANDARD_WITHIN_TEMPLATE: {
    from: "domain.md 4",
    says: {
      lv: "Standarta izmaiņa skar tikai to, kam tās paraugs apstiprināts.",
      en: "A standard change touches only what its template is approved for.",
    },
  },
  CHANGE_STANDARD_WAY: {
    from: "domain.md 4",
    says: {
      lv: "Klasificētu standarta izmaiņu uzreiz ieplāno: to nenovērtē un neautorizē atsevišķi, soļus nosaka paraugs.",
      en: "A classified standard change is planned at once: no assessment, no authorisation, the template says the steps.",
    },
  },
  CHANGE_ASSESSED_ENOUGH: {
    from: "domain.md 4",
    says: {
      lv: "Normālu vienkāršu izmaiņu novērtē viens eksperts, kompleksu – vismaz divi.",
      en: "One expert assesses a simple normal change, two at least a complex one.",
    },
  },
  CHANGE_SIMPLE_BY_OWNER: {
    from: "domain.md 4",
    says: {
      lv: "Vienkāršu normālu izmaiņu autorizē vai noraida pakalpojuma vai resursa saimnieks.",
      en: "The owner of the service or resource authorises or rejects a simple normal change.",
    },
  },
  CHANGE_COMPLEX_BY_PORTFOLIO: {
    from: "domain.md 4",
    says: {
      lv: "Kompleksu normālu izmaiņu autorizē vai noraida kopuma saimnieks.",
      en: "The portfolio owner authorises or rejects a complex normal change.",
    },
  },
  CHANGE_COMPLEX_BOARD: {
    from: "domain.md 4",
    says: {
      lv: "Pirms kompleksas izmaiņas autorizēšanas ir fiksēts konsultatīvās padomes viedoklis un diena.",
      en: "Before a complex change is authorised, what the advisory board said and when is recorded.",
    },
  },
  CHANGE_EMERGENCY_ON_OWNERS_WORD: {
    from: "domain.md 4",
    says: {
      lv: "Klasificētu ārkārtas izmaiņu ievieš uzreiz pēc saimnieka rīkojuma.",
      en: "A classified emergency change is implemented at once on the owner's word.",
    },
  },
  CHANGE_EMERGENCY_PAPERWORK: {
    from: "domain.md 4",
    says: {
      lv: "Ārkārtas izmaiņu pirms pārskatīšanas novērtē un autorizē kopuma saimnieks.",
      en: "An emergency change is assessed and authorised by the portfolio owner before it is reviewed.",
    },
  },
  CHANGE_AUTHORISER_NOT_INVOLVED: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņu nekad neautorizē tās pieprasītājs vai ieviesējs.",
      en: "The authoriser of a change is never its requester nor an implementer.",
    },
  },
  CHANGE_AUTHORISED_IN_OWN_NAME: {
    from: "domain.md 1",
    says: {
      lv: "Autorizē pats: par autorizētāju kļūst tas, kurš autorizē, un neviens neieraksta citu.",
      en: "One authorises in person: who takes the step is the authoriser, and nobody puts another's name in.",
    },
  },
  CHANGE_AUTHORISATION_STAYS: {
    from: "domain.md 4",
    says: {
      lv: "Dota autorizācija nemainās.",
      en: "An authorisation that was given stays.",
    },
  },
  CHANGE_AUTHORISED_BY_SOMEBODY: {
    from: "domain.md 4",
    says: {
      lv: "Autorizētai normālai izmaiņai zināms, kurš un kad to autorizēja.",
      en: "Of an authorised normal change it is known who authorised it and when.",
    },
  },
  CHANGE_REJECTED_WITH_REASON: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņu noraida ar iemeslu.",
      en: "A change is rejected with a reason.",
    },
  },
  CHANGE_REJECTED_STAYS: {
    from: "domain.md 4",
    says: {
      lv: "Noraidīts pieprasījums nemainās un tālāk neiet.",
      en: "A rejected request stays as it is and goes no further.",
    },
  },
  CHANGE_CANCELLED_BEFORE_IMPLEMENTING: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņu ar iemeslu atceļ saimnieki vai pieprasītājs, kamēr ieviešana nav sākta.",
      en: "Owners or the requester cancel a change, with a reason, as long as implementing has not begun.",
    },
  },
  CHANGE_PLAN_COMPLETE: {
    from: "domain.md 4",
    says: {
      lv: "Plānā ir soļi, ieviesēji un plānotais sākums un beigas.",
      en: "A plan has steps, implementers and a planned start and end.",
    },
  },
  CHANGE_WINDOW_IN_ORDER: {
    from: "domain.md 4",
    says: {
      lv: "Plānotās beigas ir pēc plānotā sākuma; ieviešanai sākoties, plāns vairs nemainās.",
      en: "The planned end is after the planned start; once implementing began the plan stays.",
    },
  },
  CHANGE_OUTAGE_IN_WINDOW: {
    from: "domain.md 4",
    says: {
      lv: "Plānotais pārtraukums iekļaujas plānotajā ieviešanas laikā.",
      en: "A planned outage lies within the planned window.",
    },
  },
  CHANGE_OUTCOME_TOLD: {
    from: "domain.md 4",
    says: {
      lv: "Ieviestai izmaiņai ir iznākums.",
      en: "An implemented change has an outcome.",
    },
  },
  CHANGE_DEVIATIONS_TOLD: {
    from: "domain.md 4",
    says: {
      lv: "Ja ieviests ar novirzēm, tās ir aprakstītas.",
      en: "Where a change was successful with deviation, the deviations are told.",
    },
  },
  CHANGE_REVIEW_NEEDED: {
    from: "domain.md 4",
    says: {
      lv: "Pārskatītai izmaiņai ir pārskats un zināms, kurš pārskatīja.",
      en: "To be reviewed a change needs a review; who reviewed it is known.",
    },
  },
  CHANGE_TIMES_IN_ORDER: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņas laiki seko cits citam tādā kārtībā kā soļi.",
      en: "The times of a change follow one another as its steps do.",
    },
  },
  CHANGE_TIMES_KEPT: {
    from: "domain.md 4",
    says: {
      lv: "Laiku, kad solis veikts, aizpilda serveris; ko norāda cilvēks, to patur.",
      en: "The server fills in when a step was taken; a time that a person gives is kept.",
    },
  },
  ASSESSMENT_BY_NAMED_EXPERT: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņu novērtē tajā norādītie eksperti.",
      en: "The experts named on the change assess it.",
    },
  },
  ASSESSMENT_WRITTEN_BY_ITS_EXPERT: {
    from: "domain.md 1",
    says: {
      lv: "Novērtējumu raksta un iesniedz tikai tajā norādītais eksperts.",
      en: "Only the expert named in it writes and gives an assessment.",
    },
  },
  ASSESSMENT_COMPLETE: {
    from: "domain.md 4",
    says: {
      lv: "Novērtējumā ir gaidāmais rezultāts, ietekme, varbūtība, sekas, vajadzīgie resursi un atkāpšanās plāns.",
      en: "An assessment has expected result, impact, likelihood, consequence, resources needed and a back-out plan.",
    },
  },
  ASSESSMENT_RISK: {
    from: "domain.md 4",
    says: {
      lv: "Risks ir varbūtība reiz sekas, katra no 1 līdz 5.",
      en: "Risk is likelihood times consequence, each from 1 to 5.",
    },
  },
  ASSESSMENT_STAYS: {
    from: "domain.md 4",
    says: {
      lv: "Iesniegts novērtējums nemainās.",
      en: "An assessment once given stays as it is.",
    },
  },
  TEMPLATE_APPROVED_BY_PORTFOLIO: {
    from: "domain.md 4",
    says: {
      lv: "Standarta izmaiņas paraugu apstiprina un atceļ kopuma saimnieks; apstiprināts tas nemainās.",
      en: "A portfolio owner approves and retires the template of a standard change; approved, it stays as it is.",
    },
  },
  TEMPLATE_DOCUMENTED: {
    from: "domain.md 4",
    says: {
      lv: "Apstiprinātam paraugam ir apraksts, soļi un risks.",
      en: "An approved template has a description, steps and a risk.",
    },
  },
  TEMPLATE_LOW_RISK: {
    from: "domain.md 4",
    says: {
      lv: "Iepriekš autorizē tikai zema riska izmaiņas.",
      en: "Only changes of low risk are authorised beforehand.",
    },
  },
  FREEZE_ENDS_AFTER_START: {
    from: "domain.md 4",
    says: {
      lv: "Izmaiņu liegums beidzas pēc tā sākuma.",
      en: "A freeze window ends after it starts.",
    },
  },
  FREEZE_BY_OWNERS: {
    from: "domain.md 1",
    says: {
      lv: "Izmaiņu liegumu nosaka saimnieki un kopuma saimnieki.",
      en: "Owners and portfolio owners set freeze windows.",
    },
  },
} as const satisfies Record<string, Rule>;
