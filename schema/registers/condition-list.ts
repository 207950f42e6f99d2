import type { Options } from "./register.ts";

/** The conditions for creating, delivering and improving services (nosacījumi; domain.md, section 9). */
const named = (code: string, lv: string, en: string) => ({
  label: { lv: `${code} ${lv}`, en: `${code} ${en}` },
  also: [code, lv, en],
});

export const CONDITIONS = {
  N1_1: named("N1-1", "Mērāmība un kontrolējamība", "Measurable and controllable"),
  N1_2: named("N1-2", "Uzturamība", "Maintainable"),
  N1_3: named("N1-3", "Pielāgojamība un pilnveidojamība", "Adaptable and improvable"),
  N1_4: named("N1-4", "Vienveidīga izveide un piedāvāšana", "Uniformly created and offered"),
  N1_5: named(
    "N1-5",
    "Pakalpojumu un resursu sasaiste, mijiedarbības un atkarību caurspīdīgums",
    "Services and resources linked, interactions and dependencies transparent",
  ),
  N2_1: named("N2-1", "Atbilstība sabiedrības vajadzībām kopumā", "Fit for the needs of society as a whole"),
  N2_2: named(
    "N2-2",
    "Atbilstība dzīves situācijām un konkrētām pakalpojumu saņēmēju vajadzībām",
    "Fit for life situations and the needs of particular recipients",
  ),
  N3_1: named("N3-1", "Daudzkanālu piekļūstamība", "Accessible through many channels"),
  N3_2: named("N3-2", "Teritoriālā piekļūstamība", "Accessible throughout the territory"),
  N3_3: named("N3-3", "Visu sabiedrības grupu piekļūstamība", "Accessible to all groups of society"),
  N3_4: named("N3-4", "Pārrobežu piekļūstamība", "Accessible across borders"),
  N4_1: named("N4-1", "Pakalpojumu saņēmēju iesaiste un līdzdalība", "Recipients involved and taking part"),
  N4_2: named("N4-2", "Sadarbība ar partneriem", "Cooperation with partners"),
  N5_1: named(
    "N5-1",
    "Pakalpojumu digitālā transformācija: e-pakalpojumi, d-pakalpojumi",
    "Digital transformation: e-services, d-services",
  ),
  N5_2: named("N5-2", "Sadarbspēja", "Interoperable"),
  N6_1: named("N6-1", "Vienkāršība un ērtība saņēmējiem", "Simple and convenient for recipients"),
  N6_2: named("N6-2", "Lietotāju atbalsts", "User support"),
  N7_1: named("N7-1", "Pakalpojumu adaptivitāte", "Adaptive services"),
  N7_2: named("N7-2", "Pakalpojumu proaktīva sniegšana", "Proactive delivery"),
  N7_3: named("N7-3", "Automatizētas pakalpojumu plūsmas", "Automated service flows"),
  N8_1: named("N8-1", "Plašs pakalpojumu saņēmēju loks", "A wide circle of recipients"),
  N8_2: named("N8-2", "Specializēti “kompetenču centri”", "Specialised “competence centres”"),
  N9_1: named(
    "N9-1",
    "Pēc iespējas vienveidīgi pakalpojumi: apraksti, pieprasīšanas un saņemšanas formas, procesi, rezultāts",
    "As uniform as possible: descriptions, forms of requesting and receiving, processes, results",
  ),
  N10_1: named(
    "N10-1",
    "Drošība sniedzējiem un saņēmējiem: piekļuves pārvaldība, uzticamība, konfidencialitāte un personas datu aizsardzība",
    "Security for providers and recipients: access control, trustworthiness, confidentiality and personal data protection",
  ),
} as const satisfies Options;
export type ConditionKey = keyof typeof CONDITIONS;
