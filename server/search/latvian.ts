/**
 * A light stemmer for Latvian, for PostgreSQL has none: it cuts the endings of nouns, adjectives and the commonest
 * verbs, so that inflected forms of a word meet. Index and question are both cut here and nowhere else.
 *
 * - Letters lose their diacritics, for many people type without them. That also joins most palatalised forms: lācis –
 *   lāča, brālis – brāļa, akmens – akmeņa. After lips the j that palatalises is dropped: skapis – skapja.
 * - Where t and d turn into š and ž (nakts – nakšu, briedis – brieža) the form does not tell which it was, so a word
 *   may have several stems; two words match when they share one.
 * - A verb denied has the stem of the verb besides: nedrukā – drukāt.
 * - It is light: it knows no dictionary. Now and then different words share a stem (lieto – lieta), and where a vowel
 *   of the root changes (tecēt – teku, rīta – rītos does meet) forms may stay apart.
 */

/** Endings of nouns and adjectives without diacritics, longest first. */
const ENDINGS = "ajiem ajam ajai ajas ajos iem aja ais ai ei ie am em im as es is os us a e i o u s".split(" ");

/** What follows the vowel of a verb's theme (strādā-t, darbo-jas, drukā-šana), or of whoever does it (devē-js). */
const THEME =
  /^(.{3,}?)([āēīo])(?:t|ties|j(?:s|a|ai|ā|ām|am|as|ās|at|amies|aties|i|is|ies|iem|o|os|ot|oties|u|us|usi|usies)|š(?:an(?:a|u|as|ai|ā|ās)|u|os)|s(?:i|im|iet|ies|imies|ieties)|dam(?:s|a|i|ies))$/;
/** Deeds and infinitives of verbs without a theme: pieslēg-šana, pieslēg-ties. */
const ROOT = /^(.{2,}[^aeiouāēīū])(?:šan(?:a|u|as|ai|ā|ās)|ties|damies)$/;
/** The same forms as typed without diacritics. */
const PLAIN_THEME = /^(.{3,}?)[aei](?:t|ties|jot|joties|san(?:a|u|as|ai))$/;
const PLAIN_ROOT = /^(.{2,}[^aeiou])san(?:a|u|as|ai)$/;
/** What was done: bloķēts, nosūtīta. A noun may look the same, so this is one stem of two. */
const DONE = /^(.{3,}?)[ēī]t(?:s|a|i|u|o|ā|am|ai|as|ās|os|ām|iem|us)$/;
/** An infinitive without a theme, atvērt; or a foreign word, print. */
const INFINITIVE = /^(.{3,}[^aeiouāēīū])t$/;
/** Agents keep their -tāj- (lietotājs, lietotāja), while -aj- with a short a is a definite adjective's. */
const AGENT = /t[āa]j(?:s|a|ai|ā|ām|am|as|ās|i|iem|os|u|us)$/;

const SHORTEST = 2;
/** So that nedēļa is not taken for a denial. */
const LEAST_AFFIRMED = 6;
/** Words remembered with their stems; of a language some ten thousand are used. */
const REMEMBERED = 50_000;
const known = new Map<string, readonly string[]>();

/** Lower case without diacritics. */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");

/** The stems of one word of letters and digits: at least one, the likeliest first. */
export function latvianStems(word: string): readonly string[] {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= REMEMBERED) known.clear();
  const stems = cut(word.normalize("NFC").toLowerCase());
  known.set(word, stems);
  return stems;
}

function cut(word: string): readonly string[] {
  const plain = folded(word);
  // Numbers, codes of errors and models, and abbreviations stay as they are.
  if (plain.length <= SHORTEST || /[^a-z]/.test(plain) || !/[aeiouy]/.test(plain)) return [plain];
  const agent = AGENT.test(word);
  const sure = agent ? null : (THEME.exec(word) ?? ROOT.exec(word));
  if (sure) return affirmed([finished(folded(sure[1] ?? word))]);
  const stems = nounStems(word, plain, agent);
  const maybe = [DONE.exec(word), INFINITIVE.exec(word)];
  if (plain === word) maybe.push(agent ? null : (PLAIN_THEME.exec(word) ?? PLAIN_ROOT.exec(word)));
  for (const found of maybe) if (found) stems.push(folded(found[1] ?? word));
  return affirmed([...new Set(stems.map(finished))]);
}

/** With the stems without ne-: who looks for drukāt means nedrukā as well. */
const affirmed = (stems: readonly string[]): readonly string[] => [
  ...stems,
  ...stems.filter((stem) => stem.startsWith("ne") && stem.length >= LEAST_AFFIRMED).map((stem) => stem.slice(2)),
];

function nounStems(word: string, plain: string, agent: boolean): string[] {
  const ending = ENDINGS.find(
    (one) =>
      plain.endsWith(one) &&
      plain.length - one.length >= (one === "s" ? 3 : SHORTEST) &&
      !(agent && one.startsWith("aj")),
  );
  if (ending === undefined) return [uncompared(word, plain)];
  const length = plain.length - ending.length;
  const stem = plain.slice(0, length);
  const stems = [uncompared(word.slice(0, length), stem)];
  // The letter as it is written tells what palatalisation may have hidden.
  if (length > SHORTEST && word.charAt(length - 1) === "š") stems.push(`${stem.slice(0, -1)}t`);
  if (length > SHORTEST && word.charAt(length - 1) === "ž") stems.push(`${stem.slice(0, -1)}d`);
  // A loan's own -us, as in status, looks like the plural's, as in serverus.
  if (ending === "us" && length > SHORTEST) stems.push(plain);
  return stems;
}

/** A compared adjective or adverb without its mark: lēnāk-s, lēnāk. */
const uncompared = (word: string, stem: string): string =>
  word.endsWith("āk") && stem.length > 4 ? stem.slice(0, -2) : stem;

/** What changes at a root's end leave alike: skapj- and skap-, slēdz- and slēg-. */
function finished(stem: string): string {
  if (stem.length > SHORTEST && /[pbmvf]j$/.test(stem)) return stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith("dz") ? `${stem.slice(0, -2)}g` : stem;
}
