import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicKnowledge } from "../../search/public.ts";
import { answer } from "../answer.ts";
import { languageOf } from "../language.ts";
import { articlePage, choicePage, listPage, missingPage, type Asked } from "./html.ts";
import { POLICY } from "./style.ts";

/** Where the public pages stand. */
export const KNOWLEDGE_PAGES = "/knowledge";
const SHOWN = 50;
const LONGEST = 200;

export const isKnowledgePage = (path: string): boolean =>
  path === KNOWLEDGE_PAGES || path.startsWith(`${KNOWLEDGE_PAGES}/`);

/**
 * Self-service knowledge as plain pages, without signing in and without scripts: `/knowledge` with its search
 * (`?q=`), and `/knowledge/KN-0001`. The language is that of `?lang=`, else the browser's.
 */
export function knowledgePages(knowledge: PublicKnowledge) {
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const send = (status: number, html: string, headers: Readonly<Record<string, string>> = {}) =>
      answer(
        request,
        response,
        status,
        {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": POLICY,
          vary: "Accept-Encoding, Accept-Language",
          ...headers,
        },
        Buffer.from(html),
      );
    const address = new URL(request.url ?? "/", "http://localhost");
    const asked = { ...readAsked(request, address), shared: await knowledge.shared() };
    if (request.method !== "GET" && request.method !== "HEAD") {
      request.resume();
      return send(405, missingPage(asked), { allow: "GET, HEAD" });
    }
    const code = path.slice(KNOWLEDGE_PAGES.length + 1);
    if (code === "") return send(200, listPage(await knowledge.search(asked.text, SHOWN), asked));
    const found = await knowledge.article(
      code.toUpperCase().slice(0, LONGEST),
      address.searchParams.get("institution"),
    );
    const [only, ...more] = found;
    if (!only) return send(404, missingPage(asked));
    return send(200, more.length === 0 ? articlePage(only, asked) : choicePage(found, asked));
  };
}

function readAsked(request: IncomingMessage, address: URL): Omit<Asked, "shared"> {
  const chosen = address.searchParams.get("lang");
  const language = chosen === "lv" || chosen === "en" ? chosen : languageOf(request.headers["accept-language"]);
  const other = new URL(address);
  other.searchParams.set("lang", language === "lv" ? "en" : "lv");
  return {
    language,
    otherLanguage: `${other.pathname}${other.search}`,
    text: (address.searchParams.get("q") ?? "").trim().slice(0, LONGEST),
  };
}
