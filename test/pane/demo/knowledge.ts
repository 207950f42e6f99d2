import type { Article, KnowledgeService } from "../../../addin/taskpane/pages/knowledge/port.ts";
import { ServerError } from "../../../addin/sync/server.ts";
import type { Scenario } from "./scenario.ts";

const PRINTER: Article = {
  id: "00000000-0000-4000-8000-000000000901",
  code: "KN-0001",
  title: [
    { text: "Kāpēc ", hit: false },
    { text: "printeris", hit: true },
    { text: " nedrukā", hit: false },
  ],
  snippet: [
    { text: "Lampiņa <b>mirgo</b> un ", hit: false },
    { text: "printerim", hit: true },
    { text: " nav papīra.", hit: false },
  ],
  level: "L1",
  outdated: true,
  reviewDue: "2025-01-31",
  audience: null,
  symptom: "Lampiņa <b>mirgo</b> un printerim nav papīra.",
  cause: "Tukša paplāte.",
  solution: "1. Ielikt papīru.\n2. Nospiest pogu.",
};
const PASSWORD: Article = {
  ...PRINTER,
  ...{ id: "00000000-0000-4000-8000-000000000902", code: "KN-0002", level: "L0", outdated: false, reviewDue: null },
  ...{ title: [{ text: "Paroles maiņa", hit: false }], snippet: [{ text: "Parole jāmaina.", hit: false }] },
};

/** Knowledge of two articles; whatever begins with "pr" asks for the first, anything else for none. */
export function demoKnowledge(scenario: Scenario): KnowledgeService {
  const answer = <Data>(data: Data): Promise<Data> =>
    scenario.fails === "OFFLINE" ? Promise.reject(new ServerError("OFFLINE", "offline")) : Promise.resolve(data);
  return {
    search: (text, level) => {
      const found = text === "" ? [PRINTER, PASSWORD] : text.startsWith("pr") ? [PRINTER] : [];
      return answer(found.filter((article) => level === null || article.level === level));
    },
    suggest: () =>
      answer({
        articles: [PRINTER],
        knownErrors: [],
        closedIncidents: [{ ...PASSWORD, code: "INC-00001", remedy: "Pārstartēts." }],
        playbook: { category: "Printeri", text: "1. Pārbaudīt kabeli.\n2. Pārstartēt." },
      }),
  };
}
