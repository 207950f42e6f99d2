import type { Options } from "./register.ts";
import type { Words } from "./words.ts";

/**
 * The 32 tasks of managing services, by their official names (domain.md, section 8; task sheet PU2-21, the scheme of
 * tasks). `also` are the names by which the scheme calls the same task elsewhere, and the process in its brackets.
 */
const named = (code: string, lv: string, en: string, also: readonly string[] = []) => ({
  label: { lv: `${code} ${lv}`, en: `${code} ${en}` } satisfies Words,
  also: [code, code.replace("-", "–"), lv, en, ...also],
});

export const TASKS = {
  PU1_1: named(
    "PU1-1",
    "Pakalpojumu pārvaldības politikas plānošana un aktualizēšana",
    "Planning and updating the policy of service management",
  ),
  PU1_2: named(
    "PU1-2",
    "Nozaru, pašvaldību un iestāžu pakalpojumu attīstības plānu (stratēģiju) izveide un aktualizēšana",
    "Making and updating service development plans of sectors, municipalities and institutions",
    [
      "Nozaru pakalpojumu attīstības plānu (stratēģiju) izveide un aktualizēšana",
      "Pašvaldību pakalpojumu attīstības plānu (stratēģiju) izveide un aktualizēšana",
      "Iestāžu pakalpojumu attīstības plānu (stratēģiju) izveide un aktualizēšana",
    ],
  ),
  PU1_3: named(
    "PU1-3",
    "Pakalpojumu pārvaldības vispārējo normatīvo aktu izstrāde un pilnveide",
    "Drafting and improving general regulations of service management",
  ),
  PU1_4: named(
    "PU1-4",
    "Pakalpojumu pārvaldības politikas īstenošanas vadlīniju izstrāde un metodiskā atbalsta sniegšana",
    "Guidelines and methodical support for carrying out the policy",
  ),
  PU1_5: named(
    "PU1-5",
    "Pakalpojumu pārvaldības politikas un attīstības plānu (stratēģiju) īstenošanas kontrole un vadība",
    "Control and steering of carrying out the policy and the development plans",
    [
      "Pakalpojumu pārvaldības politikas īstenošanas kontrole un vadība",
      "Nozaru pakalpojumu attīstības plānu (stratēģiju) īstenošanas kontrole un vadība",
      "Pašvaldību pakalpojumu attīstības plānu (stratēģiju) īstenošanas kontrole un vadība",
      "Iestāžu pakalpojumu attīstības plānu (stratēģiju) īstenošanas kontrole un vadība",
    ],
  ),
  PU2_1: named(
    "PU2-1",
    "Pakalpojumu plānošana, izveide, ieviešana, uzturēšana un attīstība",
    "Planning, creating, introducing, keeping up and developing services and their portfolio",
    ["Iestādes pakalpojumu portfolio plānošana, uzturēšana un attīstība", "Pakalpojumu portfolio pārvaldība"],
  ),
  PU2_2: named(
    "PU2-2",
    "Pakalpojumu galveno saņēmēju grupu un to vajadzību apzināšana",
    "Finding out the main groups of recipients and their needs",
    ["Klientu pārvaldība"],
  ),
  PU2_3: named(
    "PU2-3",
    "Pakalpojumu sniegšanas un uzturēšanas rezultatīvāko un efektīvāko veidu noteikšana",
    "Determining the most effective and efficient ways of delivering and keeping up services",
  ),
  PU2_4: named(
    "PU2-4",
    "Pakalpojumu sniegšanas un uzturēšanas rezultativitāti un efektivitāti raksturojošu rādītāju (KPI) noteikšana",
    "Determining the KPIs of effectiveness and efficiency",
  ),
  PU2_5: named(
    "PU2-5",
    "Pakalpojumu pārvaldībai (un pakalpojumiem) nepieciešamo spēju un resursu nodrošināšana",
    "Providing the capabilities and resources needed for services and their management",
  ),
  PU2_6: named(
    "PU2-6",
    "Pakalpojumu pārvaldības speciālo normatīvo aktu izstrāde un pilnveide",
    "Drafting and improving special regulations of service management",
  ),
  PU2_7: named(
    "PU2-7",
    "Pakalpojumu aprakstu veidošana, reģistrēšana un uzturēšana",
    "Making, registering and keeping up service descriptions",
    ["Pakalpojumu aprakstu pārvaldība"],
  ),
  PU2_8: named(
    "PU2-8",
    "Informācijas nodrošināšana pakalpojumu saņēmējiem par pieejamiem pakalpojumiem",
    "Informing recipients about available services",
    ["Piedāvājumu pārvaldība"],
  ),
  PU2_9: named(
    "PU2-9",
    "Pakalpojumu līmeņu noteikšana un pakalpojumu līmeņu vienošanās nosacījumu saskaņošana ar pakalpojumu saņēmējiem",
    "Determining service levels and agreeing on them with recipients",
  ),
  PU2_10: named(
    "PU2-10",
    "Ar pakalpojumu pārvaldību saistītās starpiestāžu un pārrobežu sadarbības koordinēšana",
    "Coordinating cooperation between institutions and across borders",
    ["Partneru pārvaldība"],
  ),
  PU2_11: named(
    "PU2-11",
    "Zināšanu uzkrāšana un pieejamības nodrošināšana",
    "Accumulating knowledge and making it available",
    ["Zināšanu pārvaldība"],
  ),
  PU2_12: named(
    "PU2-12",
    "Ar pakalpojumu pārvaldību saistīta metodiskā atbalsta nodrošināšana pakalpojumu sniegšanā iesaistītajiem",
    "Methodical support to those who take part in delivering services",
  ),
  PU2_13: named(
    "PU2-13",
    "Pakalpojumu un resursu pieejamības un nepārtrauktības plānošana un nodrošināšana",
    "Planning and providing availability and continuity of services and resources",
    [
      "Pakalpojumu un resursu pieejamības un nepārtrauktības nodrošināšana",
      "Pieejamības un nepārtrauktības pārvaldība",
    ],
  ),
  PU2_14: named("PU2-14", "Piekļūstamības nodrošināšana pakalpojumiem", "Providing accessibility of services", [
    "Piekļūstamības pārvaldība",
  ]),
  PU2_15: named(
    "PU2-15",
    "Pakalpojumu pieprasījumu pārvaldība un izpildes nodrošināšana",
    "Managing and fulfilling service requests",
    ["Pakalpojumu pieprasījumu pārvaldība"],
  ),
  PU2_16: named("PU2-16", "Atbalsta nodrošināšana pakalpojumu saņēmējiem", "Providing support to recipients"),
  PU2_17: named(
    "PU2-17",
    "Pakalpojumu līmeņu vienošanās nosacījumu izpildes kontrole un nodrošināšana",
    "Controlling and ensuring that service level agreements are kept",
  ),
  PU2_18: named(
    "PU2-18",
    "Pakalpojumu saņēmēju ierosinājumu un sūdzību apkopošana, izvērtēšana un nepieciešamo darbību veikšana",
    "Gathering and weighing suggestions and complaints of recipients and acting on them",
    ["Sūdzību pārvaldība"],
  ),
  PU2_19: named(
    "PU2-19",
    "Pakalpojumu sniegšanas apjomu un tiem nepieciešamā nodrošinājuma atbilstības pārvaldība",
    "Keeping volumes of delivery and what they need in step",
  ),
  PU2_20: named(
    "PU2-20",
    "Ar pakalpojumu un resursu pārvaldību saistītu izmaiņu īstenošana",
    "Carrying out changes of services and resources",
    ["Izmaiņu pārvaldība"],
  ),
  PU2_21: named(
    "PU2-21",
    "Iespējami ātra pakalpojumu pieejamības atjaunošana",
    "Fastest possible restoration of services",
    ["Incidentu pārvaldība"],
  ),
  PU2_22: named(
    "PU2-22",
    "Pakalpojumu pieejamības pārtraukumu cēloņu apzināšana un novēršana",
    "Finding and removing the causes of interruptions",
    ["Problēmu pārvaldība"],
  ),
  PU2_23: named("PU2-23", "Mērījumu veikšana un rezultātu izmantošana", "Measuring and using the results"),
  PU3_1: named("PU3-1", "Nemitīga pilnveide", "Continual improvement"),
  PU3_2: named("PU3-2", "Pārvaldības dalībnieku iesaiste", "Involving those who take part in management"),
  PU3_3: named("PU3-3", "Īstenoto aktivitāšu kontrole", "Control of what was carried out"),
  PU3_4: named("PU3-4", "Pakalpojumu finanšu pārvaldība", "Financial management of services"),
} as const satisfies Options;
export type TaskKey = keyof typeof TASKS;
