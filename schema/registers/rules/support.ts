import type { Rule } from "./rule.ts";

/** Rules of applications, incidents, problems, knowledge and improvements (domain.md, sections 3 and 5). */
export const SUPPORT_RULES = {
  INCIDENT_REGISTERED_NEEDS: {
    from: "domain.md 3",
    says: {
      lv: "Reģistrētam incidentam zināms, kas noticis, ar kuru pakalpojumu vai resursu, kad tas konstatēts un reģistrēts un kas to pamanīja.",
      en: "A registered incident tells what happened, to which service or resource, when it was detected and registered, and whether a person or monitoring noticed it.",
    },
  },
  INCIDENT_ANYONE_REGISTERS: {
    from: "domain.md 1",
    says: {
      lv: "Incidentu reģistrē ikviens iestādes darbinieks un uzraudzības sistēma.",
      en: "An incident is registered by everyone of the institution and by monitoring systems.",
    },
  },
  INCIDENT_TIMES_IN_ORDER: {
    from: "domain.md 3",
    says: {
      lv: "Incidenta laiki seko cits citam: noticis, konstatēts, reģistrēts, reaģēts, atjaunots, atrisināts, slēgts.",
      en: "An incident's times follow one another: detected not after registered, restored not before detected, closed last.",
    },
  },
  TIME_NOT_IN_FUTURE: {
    from: "domain.md 3",
    says: {
      lv: "Tas, kas ir bijis, nav noticis nākotnē.",
      en: "What has happened did not happen in the future.",
    },
  },
  INCIDENT_CLASSIFIED_NEEDS: {
    from: "domain.md 3",
    says: {
      lv: "Klasificētam incidentam ir kategorija, ietekme, steidzamība, pārtraukums un zināms, vai tas ir būtisks.",
      en: "A classified incident has a category, impact, urgency and outage, and is major or not.",
    },
  },
  INCIDENT_PARTIAL_OUTAGE_HAS_SHARE: {
    from: "domain.md 3",
    says: {
      lv: "Daļējam pārtraukumam norādīta tā daļa procentos.",
      en: "A partial outage tells its share in per cent.",
    },
  },
  INCIDENT_PRIORITY_FROM_MATRIX: {
    from: "domain.md 3",
    says: {
      lv: "Prioritāti nosaka iestādes matrica no ietekmes un steidzamības; to neraksta ar roku.",
      en: "Priority comes from impact and urgency by the institution's matrix and is never typed.",
    },
  },
  INCIDENT_P1_IS_MAJOR: {
    from: "domain.md 3",
    says: {
      lv: "P1 incidents ir būtisks, ja vien saimnieks nepamato, kāpēc nav.",
      en: "A P1 incident is major unless the owner says why not.",
    },
  },
  INCIDENT_DIAGNOSING_HAS_ASSIGNEE: {
    from: "domain.md 3",
    says: { lv: "Diagnosticējamam incidentam ir izpildītājs.", en: "An incident being diagnosed has an assignee." },
  },
  INCIDENT_MAJOR_HAS_COORDINATOR: {
    from: "domain.md 3",
    says: {
      lv: "Būtiskam incidentam no diagnosticēšanas sākuma ir koordinators.",
      en: "A major incident has a coordinator once it is being diagnosed.",
    },
  },
  INCIDENT_PENDING_SAYS_FOR_WHOM: {
    from: "domain.md 3",
    says: {
      lv: "Kamēr incidents gaida, redzams, uz ko un kopš kura laika.",
      en: "A pending incident tells for whom it waits and since when.",
    },
  },
  INCIDENT_PENDING_FROM_AND_TO: {
    from: "domain.md 3",
    says: {
      lv: "Gaidīt sāk no diagnosticēšanas un risināšanas, un turp arī atgriežas.",
      en: "Waiting begins from diagnosing and resolving, and leads back there.",
    },
  },
  INCIDENT_RESOLVED_NEEDS: {
    from: "domain.md 3",
    says: {
      lv: "Atrisinātam incidentam zināms, kad pakalpojums atjaunots, kā un kas darīts.",
      en: "A resolved incident tells when the service was restored, how, and what was done.",
    },
  },
  INCIDENT_WHO_WORKS: {
    from: "domain.md 1",
    says: {
      lv: "Incidentu klasificē, diagnosticē un atrisina pakalpojuma sniedzējs vai saimnieks, resursa saimnieks vai kopuma saimnieks.",
      en: "An incident is classified, diagnosed and resolved by provider or owner of the service, owner of the resource or a portfolio owner.",
    },
  },
  INCIDENT_CLOSED_WHEN_CONFIRMED: {
    from: "domain.md 3",
    says: {
      lv: "Incidentu slēdz, kad rezultāts apstiprināts.",
      en: "An incident is closed once the result is confirmed.",
    },
  },
  INCIDENT_WORKAROUND_HAS_PROBLEM: {
    from: "domain.md 3",
    says: {
      lv: "Ar pagaidu risinājumu slēgtam incidentam ir problēma vai pamatojums, kāpēc tās nav.",
      en: "An incident closed with a workaround has a problem linked, or says why not.",
    },
  },
  INCIDENT_MAJOR_IS_REVIEWED: {
    from: "domain.md 3",
    says: {
      lv: "Būtisku incidentu slēdz ar pārskatu un tajā gūto mācību skaitu.",
      en: "A major incident is closed with a review and the number of its lessons.",
    },
  },
  INCIDENT_LESSONS_HAVE_IMPROVEMENTS: {
    from: "domain.md 3",
    says: {
      lv: "Katrai būtiska incidenta mācībai ir uzlabojums.",
      en: "Each lesson of a major incident has an improvement.",
    },
  },
  INCIDENT_WHO_CLOSES: {
    from: "domain.md 1",
    says: {
      lv: "Incidentu slēdz klientu apkalpotājs vai saimnieks.",
      en: "An incident is closed by the front office or the owner.",
    },
  },
  INCIDENT_MAJOR_FOUR_EYES: {
    from: "domain.md 1",
    says: {
      lv: "Būtisku incidentu slēdz saimnieks vai kopuma saimnieks, bet ne tas, kurš to atrisināja.",
      en: "A major incident is closed by owner or portfolio owner, not by the person who resolved it.",
    },
  },
  INCIDENT_REOPENING_COUNTED: {
    from: "domain.md 3",
    says: {
      lv: "No “Atrisināts” uz diagnosticēšanu incidentu atver no jauna, un to skaita.",
      en: "From resolved back to diagnosing is a reopening, and is counted.",
    },
  },
  INCIDENT_CANCELLED_BEFORE_RESOLVED: {
    from: "domain.md 3",
    says: {
      lv: "Incidentu atceļ no jebkura stāvokļa pirms “Atrisināts”, norādot iemeslu.",
      en: "An incident is cancelled from any state before resolved, with a reason.",
    },
  },
  HISTORY_KEEPS_ITS_TIMES: {
    from: "domain.md 3",
    says: {
      lv: "Pārņemta vēsture patur savus laikus; pulkstenis tos neaizstāj un neizdomā.",
      en: "Imported history keeps its own times; the clock neither replaces nor invents them.",
    },
  },
  APPLICATION_WHO_REGISTERS: {
    from: "domain.md 1",
    says: {
      lv: "Pieteikumu reģistrē klientu apkalpotājs, sniedzējs, saimnieks un saņēmējs – savu.",
      en: "An application is registered by front office, provider, owner, and by a recipient their own.",
    },
  },
  APPLICATION_PERSONAL_DATA: {
    from: "domain.md 1",
    says: {
      lv: "Pieteicēju personas datus redz klientu apkalpotājs, pakalpojuma sniedzējs un saimnieks, un pats pieteicējs.",
      en: "Personal data of applicants are seen by front office, provider and owner of the service, and the applicant.",
    },
  },
  APPLICATION_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Pieteikumu reģistrē, klasificē, izpilda, gaidot vai bez tā, tad izpilda vai noraida un slēdz.",
      en: "An application is registered, classified, worked on with or without waiting, fulfilled or rejected, then closed.",
    },
  },
  APPLICATION_CLASSIFIED_NEEDS: {
    from: "domain.md 5",
    says: {
      lv: "Klasificētam pieteikumam ir veids, prioritāte un atbalsta līmenis.",
      en: "A classified application has a kind, a priority and a support level.",
    },
  },
  APPLICATION_PENDING_SAYS_FOR_WHOM: {
    from: "domain.md 5",
    says: {
      lv: "Kamēr pieteikums gaida, redzams, uz ko.",
      en: "A pending application tells for whom it waits.",
    },
  },
  APPLICATION_HANDED_ON_TO_SOMEBODY: {
    from: "domain.md 5",
    says: {
      lv: "Funkcionālā eskalācija nodod pieteikumu kādam: 2. līmenī izpildītājam, 3. līmenī arī partnerim vai piegādātājam.",
      en: "Functional escalation hands an application to somebody: at level 2 an assignee, at level 3 also a partner or supplier.",
    },
  },
  APPLICATION_ESCALATED_WITH_REASON: {
    from: "domain.md 5",
    says: {
      lv: "Hierarhiskā eskalācija nodod pieteikumu vadībai, norādot iemeslu.",
      en: "Hierarchical escalation takes an application to management with the reason.",
    },
  },
  APPLICATION_OPENS_ITS_RECORD: {
    from: "domain.md 5",
    says: {
      lv: "Incidenta, problēmas vai izmaiņas pieteikums atver šāda veida ierakstu.",
      en: "An application of kind incident, problem or change opens the record of that kind.",
    },
  },
  APPLICATION_CLOSES_WITH_ITS_RECORD: {
    from: "domain.md 5",
    says: {
      lv: "Pieteikums beidzas līdz ar ierakstu, ko tas atvēra.",
      en: "An application ends with the record that it opened.",
    },
  },
  UNDO_TAKES_EFFECTS_BACK: {
    from: "domain.md 5",
    says: {
      lv: "Atsaucot soli, atsauc arī to, ko tas darījis citos ierakstos, ja ar tiem neviens nav turpinājis.",
      en: "With a step that is undone goes what it did to other records, unless somebody has gone on with them.",
    },
  },
  APPLICATION_REFUSED_WITH_REASON: {
    from: "domain.md 2",
    says: {
      lv: "Pieteikumu noraida vai atceļ, norādot iemeslu.",
      en: "An application is rejected or cancelled with a reason.",
    },
  },
  APPLICATION_TIMES_IN_ORDER: {
    from: "domain.md 5",
    says: {
      lv: "Pieteikuma laiki seko cits citam: saņemts, reģistrēts, izpildīts, slēgts.",
      en: "An application's times follow one another: received, registered, fulfilled, closed.",
    },
  },
  PROBLEM_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Problēmu reģistrē, klasificē, noskaidro cēloni, atzīst par zināmu kļūdu, ierosina izmaiņu, atrisina un slēdz.",
      en: "A problem is registered, classified, investigated, becomes a known error, raises a change, is resolved and closed.",
    },
  },
  PROBLEM_KNOWN_ERROR_NEEDS: {
    from: "domain.md 5",
    says: {
      lv: "Zināmai kļūdai ir cēlonis un zināšanu raksts.",
      en: "A known error has a root cause and a knowledge article.",
    },
  },
  PROBLEM_CHANGE_RAISED_IS_NAMED: {
    from: "domain.md 5",
    says: {
      lv: "Problēma, kas ierosinājusi izmaiņu, to nosauc.",
      en: "A problem that raised a change names it.",
    },
  },
  PROBLEM_RESOLVED_BY_SUCCESSFUL_CHANGE: {
    from: "domain.md 5",
    says: {
      lv: "Problēma, ko atrisina izmaiņa, gaida, kamēr tā slēgta kā veiksmīga.",
      en: "A problem resolved by a change needs that change closed and successful.",
    },
  },
  PROBLEM_TIMES_IN_ORDER: {
    from: "domain.md 5",
    says: {
      lv: "Problēmas laiki seko cits citam: reģistrēta, cēlonis zināms, atrisināta, slēgta.",
      en: "A problem's times follow one another: registered, cause known, resolved, closed.",
    },
  },
  PROBLEM_CANCELLED_WITH_REASON: {
    from: "domain.md 2",
    says: { lv: "Problēmu atceļ, norādot iemeslu.", en: "A problem is cancelled with a reason." },
  },
  KNOWLEDGE_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Raksts ir melnraksts, tad to pārskata un publicē; izņem ar iemeslu.",
      en: "An article is a draft, is reviewed, then published; it is retired with a reason.",
    },
  },
  KNOWLEDGE_WHO_PUBLISHES: {
    from: "domain.md 1",
    says: {
      lv: "Zināšanas publicē pakalpojuma vai resursa saimnieks vai kopuma saimnieks.",
      en: "Knowledge is published by the owner of the service or resource or a portfolio owner.",
    },
  },
  KNOWLEDGE_NOT_BY_SOLE_AUTHOR: {
    from: "domain.md 1",
    says: {
      lv: "Zināšanas nepublicē teksta vienīgais autors.",
      en: "Knowledge is never published by the sole author of the text.",
    },
  },
  KNOWLEDGE_NEW_EDITION: {
    from: "domain.md 5",
    says: {
      lv: "Publicēta raksta tekstu nemaina; sāk jaunu redakciju.",
      en: "A published text stays as it is; to change it a new edition begins.",
    },
  },
  KNOWLEDGE_LEVEL_DECIDES_READERS: {
    from: "domain.md 5",
    says: {
      lv: "Kas rakstu redz, nosaka tā atbalsta līmenis.",
      en: "The support level decides who sees an article.",
    },
  },
  KNOWLEDGE_OUTDATED_AFTER_REVIEW: {
    from: "domain.md 5",
    says: {
      lv: "Pēc pārskatīšanas termiņa raksts skaitās novecojis.",
      en: "Past its review date an article is shown as outdated.",
    },
  },
  IMPROVEMENT_STEPS: {
    from: "domain.md 5",
    says: {
      lv: "Uzlabojumu apzina, plāno, īsteno, ievieš un novērtē; katram solim ir savs saturs.",
      en: "An improvement is identified, planned, worked on, done and evaluated; each step asks for its content.",
    },
  },
  IMPROVEMENT_DROPPED_WITH_REASON: {
    from: "domain.md 5",
    says: { lv: "Uzlabojumu atmet, norādot iemeslu.", en: "An improvement is dropped with a reason." },
  },
} as const satisfies Record<string, Rule>;
