import type { Message } from "../message.ts";

/** What portfolio owners look after: tokens of other systems, and personal data that is kept no longer. */
export const administration = {
  title: { lv: "Pārvaldība", en: "Administration" },
  tokens: { lv: "Citu sistēmu piekļuve", en: "Access of other systems" },
  tokensHelp: {
    lv: "Ar pilnvaru uzraudzības sistēma reģistrē incidentus, mērīšanas sistēma iesniedz mērījumus. Neko citu tā neredz.",
    en: "By its token a monitoring system registers incidents, a measuring system enters measurements. It sees nothing else.",
  },
  name: { lv: "Sistēmas nosaukums", en: "Name of the system" },
  nameHint: { lv: "To rāda vēsturē. Līdz 100 zīmēm.", en: "History shows it. At most 100 characters." },
  nameNeeded: { lv: "Ierakstiet sistēmas nosaukumu.", en: "Write the name of the system." },
  create: { lv: "Izveidot pilnvaru", en: "Create a token" },
  creating: { lv: "Veido pilnvaru", en: "Creating the token" },
  createdTitle: { lv: "Pilnvara sistēmai “{name}”", en: "Token for “{name}”" },
  shownOnce: {
    lv: "Nokopējiet to tagad: vairs to neparādīs. Ja pazaudēta, anulējiet to un izveidojiet jaunu.",
    en: "Copy it now: it is not shown again. If it is lost, revoke it and create another.",
  },
  token: { lv: "Pilnvara", en: "Token" },
  list: { lv: "Pilnvaras", en: "Tokens" },
  none: { lv: "Pilnvaru vēl nav.", en: "There are no tokens yet." },
  made: { lv: "Izveidoja {by}, {at}", en: "Created by {by}, {at}" },
  revokedAt: { lv: "Anulēta {at}", en: "Revoked {at}" },
  revoke: { lv: "Anulēt", en: "Revoke" },
  revokeAria: { lv: "Anulēt pilnvaru: {name}", en: "Revoke the token: {name}" },
  revoking: { lv: "Anulē pilnvaru", en: "Revoking the token" },
  revokeTitle: { lv: "Anulēt pilnvaru “{name}”?", en: "Revoke the token “{name}”?" },
  revokeBody: {
    lv: "Sistēma ar to vairs neko nevarēs reģistrēt. Anulēto atjaunot nevar; var izveidot jaunu pilnvaru.",
    en: "The system will not be able to register anything with it. It cannot be restored; another can be created.",
  },
  personal: { lv: "Pieteicēju personas dati", en: "Personal data of applicants" },
  personalHelp: {
    lv: "Kad iestādes noteiktais glabāšanas laiks beidzies, serveris tos dzēš reizi dienā. Ja nevar gaidīt, dzēsiet tūlīt.",
    en: "Once the period that the institution keeps them is over, the server erases them daily. Where that cannot wait, erase them now.",
  },
  erase: { lv: "Dzēst tūlīt", en: "Erase now" },
  erasing: { lv: "Dzēš personas datus", en: "Erasing personal data" },
  eraseTitle: { lv: "Dzēst personas datus?", en: "Erase personal data?" },
  eraseBody: {
    lv: "Slēgtajos pieteikumos, kuru glabāšanas laiks beidzies, izdzēsīs pieteicēja datus, arī vēsturē. Atjaunot tos nevarēs; rādītāji nemainās.",
    en: "In closed applications whose period is over the applicant's data are erased, in history too. They cannot be restored; figures do not change.",
  },
  erased: {
    lv: {
      zero: "Dati izdzēsti {count} pieteikumos.",
      one: "Dati izdzēsti {count} pieteikumā.",
      other: "Dati izdzēsti {count} pieteikumos.",
    },
    en: { one: "Data erased in {count} application.", other: "Data erased in {count} applications." },
  },
} as const satisfies Record<string, Message>;
