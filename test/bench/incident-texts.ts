/** Texts as incidents have them, Latvian, with few common and many rare words, as in any log. */

/** Numbers between 0 and 1, the same each time for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FAULTS = (
  "nedarbojas|nevar atvērt|nevar pieslēgties|nedrukā|rāda kļūdu|strādā lēni|neielādējas|neatbild|nesaglabā datus|" +
  "aizveras pats|nesūta e-pastu|prasa paroli|nav pieejams|nesinhronizējas|pazudusi pieeja"
).split("|");
const THINGS = (
  "printeris|skeneris|dators|monitors|serveris|datubāze|portāls|e-pasts|tīkla disks|internets|telefons|projektors|" +
  "dokumentu sistēma|grāmatvedības programma|personāla sistēma|būvniecības informācijas sistēma|pases nodošana|" +
  "iesniegumu reģistrs|rindu sistēma|maksājumu terminālis|elektroniskais paraksts|videokonference|rezerves kopija|" +
  "piekļuves karte|karšu pārlūks|kadastra izziņa|mājaslapa|tiešsaistes veidlapa|datu apmaiņa|adrešu reģistrs"
).split("|");
const PLACES = (
  "2. stāvā|klientu apkalpošanas centrā|Rīgas nodaļā|Liepājas filiālē|Daugavpils filiālē|grāmatvedībā|arhīvā|" +
  "sēžu zālē|visiem lietotājiem|pēc atjaunināšanas|kopš rīta|pēc paroles maiņas|attālināti strādājot|jaunajam darbiniekam"
).split("|");
const DEEDS = (
  "Pārstartēts|Nomainīts kabelis|Atjaunots draiveris|Atiestatīta parole|Notīrīta kešatmiņa|Pagarināts sertifikāts|" +
  "Palielināta diska vieta|Atjaunota kopija|Izlabota konfigurācija|Nomainīts toneris|Pieškirtas tiesības|Sazinājāmies ar piegādātāju"
).split("|");
const SYLLABLES = "ba de ri lo ka mi su ta ne vi ro pa li go te sa du ma ķi re zo la vē ti nu".split(" ");

export interface IncidentTexts {
  readonly title: string;
  readonly description: string;
  readonly work: string;
}

/** One incident's title, description and what was done. */
export function incidentTexts(random: () => number): IncidentTexts {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  // Names of programs, rooms, people and models: very many, each now and then.
  const rare = () => Array.from({ length: 3 }, () => pick(SYLLABLES)).join("");
  const number = () => String(Math.floor(random() ** 2 * 5_000));
  const [thing, fault, place] = [pick(THINGS), pick(FAULTS), pick(PLACES)];
  return {
    title: `${fault.charAt(0).toUpperCase()}${fault.slice(1)} ${thing} ${place}`,
    description:
      `Lietotājs ziņo, ka ${thing} "${rare()}" ${fault} ${place}. Kļūdas paziņojums ${number()}: ${rare()} ${rare()}. ` +
      `Kabinets ${number()}, inventāra numurs ${number()}. Arī ${pick(THINGS)} ${pick(FAULTS)}. Lūdzam palīdzību.`,
    work: `${pick(DEEDS)}, ${pick(DEEDS).toLowerCase()}; ${rare()} ${number()}. Pārbaudīts kopā ar lietotāju.`,
  };
}
