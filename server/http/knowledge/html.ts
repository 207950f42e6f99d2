import type { SnippetPart } from "../../../schema/api/search-types.ts";
import type { Language, Words } from "../../../schema/registers/words.ts";
import type { PublicArticle } from "../../search/public.ts";
import { STYLE } from "./style.ts";
import { WORDS } from "./words.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text as it may stand in a page, in an attribute as well. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const marked = (parts: readonly SnippetPart[]): string =>
  parts.map(({ text, hit }) => (hit ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");

/** What a page is made for: the language, and where the same page in the other one is. */
export interface Asked {
  readonly language: Language;
  readonly otherLanguage: string;
  /** The institution is named in addresses, for several share the server. */
  readonly shared: boolean;
  readonly text: string;
}

const say = ({ language }: Asked, words: Words, fill: Readonly<Record<string, string>> = {}): string =>
  escaped(words[language].replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole));

function frame(asked: Asked, title: string, body: string): string {
  const other = asked.language === "lv" ? "en" : "lv";
  return `<!doctype html>
<html lang="${asked.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Saime</title>
<link rel="icon" href="/icons/pane-32.png">
<style>${STYLE}</style>
</head>
<body>
<div class="page">
<header>
<a href="/knowledge?lang=${asked.language}"><img src="/icons/pane-32.png" width="24" height="24" alt="">${say(asked, WORDS.title)}</a>
<a href="${escaped(asked.otherLanguage)}" lang="${other}" hreflang="${other}">${say(asked, WORDS.other)}</a>
</header>
<main>
${body}
</main>
</div>
</body>
</html>
`;
}

const form = (asked: Asked): string => `<form action="/knowledge" role="search">
<label for="q">${say(asked, WORDS.label)}</label>
<div class="ask"><input id="q" name="q" type="search" maxlength="200" value="${escaped(asked.text)}">
<button>${say(asked, WORDS.search)}</button></div>
<input type="hidden" name="lang" value="${asked.language}">
</form>`;

const addressOf = ({ code, institution }: PublicArticle, { shared, language }: Asked): string =>
  escaped(
    `/knowledge/${encodeURIComponent(code)}?${new URLSearchParams({ ...(shared && { institution: institution.code }), lang: language }).toString()}`,
  );

const item = (article: PublicArticle, asked: Asked): string => `<li>
<h3><a href="${addressOf(article, asked)}">${marked(article.title)}</a></h3>
${article.snippet.length > 0 ? `<p>${marked(article.snippet)}</p>` : ""}
<p class="soft">${escaped(article.institution.name)} · ${escaped(article.code)}${
  article.outdated ? ` <span class="outdated">${say(asked, WORDS.outdated)}</span>` : ""
}</p>
</li>`;

const list = (articles: readonly PublicArticle[], asked: Asked): string =>
  `<ol>\n${articles.map((article) => item(article, asked)).join("\n")}\n</ol>`;

/** The page with the search box and what was found. */
export function listPage(articles: readonly PublicArticle[], asked: Asked): string {
  const searched = asked.text !== "";
  const heading = say(asked, searched ? WORDS.found : WORDS.latest);
  const none = `<p>${say(asked, searched ? WORDS.nothing : WORDS.empty)}</p>`;
  const body = `<h1>${say(asked, WORDS.title)}</h1>
<p class="soft">${say(asked, WORDS.lead)}</p>
${form(asked)}
<h2>${heading}${searched ? ` (${articles.length})` : ""}</h2>
${articles.length > 0 ? list(articles, asked) : none}`;
  return frame(asked, searched ? `${escaped(asked.text)} – ${say(asked, WORDS.title)}` : say(asked, WORDS.title), body);
}

/** The page of articles of one number, for somebody who did not say of which institution. */
export function choicePage(articles: readonly PublicArticle[], asked: Asked): string {
  const [first] = articles;
  const body = `<h1>${escaped(first?.code ?? "")}</h1>\n<p>${say(asked, WORDS.several)}</p>\n${list(articles, asked)}`;
  return frame(asked, escaped(first?.code ?? ""), body);
}

export function missingPage(asked: Asked): string {
  const body = `<h1>${say(asked, WORDS.missing)}</h1>\n<p>${say(asked, WORDS.missingLong)}</p>\n${form(asked)}`;
  return frame(asked, say(asked, WORDS.missing), body);
}

/** In figures, which need no case in Latvian. */
const dateIn = (language: Language, iso: string): string =>
  new Intl.DateTimeFormat(language === "lv" ? "lv" : "en-GB", {
    ...{ day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Europe/Riga" },
  })
    .format(new Date(iso))
    .replace(/\.$/, "");

export function articlePage(article: PublicArticle, asked: Asked): string {
  const { institution, code, edition, publishedAt, reviewDue, outdated } = article;
  const date = (iso: string) => dateIn(asked.language, iso);
  const part = (heading: Words, text: string | null) =>
    text === null ? "" : `<h2>${say(asked, heading)}</h2>\n<p class="text">${escaped(text)}</p>\n`;
  const facts = [
    institution.name,
    code,
    ...(publishedAt === null ? [] : [WORDS.published[asked.language].replace("{date}", date(publishedAt))]),
    WORDS.edition[asked.language].replace("{number}", String(edition)),
  ];
  const title = escaped(article.title.map(({ text }) => text).join(""));
  const body = `<article>
<h1>${title}</h1>
<p class="soft">${facts.map(escaped).join(" · ")}</p>
${outdated && reviewDue !== null ? `<p class="warning">${say(asked, WORDS.outdatedLong, { date: date(reviewDue) })}</p>` : ""}
${part(WORDS.symptom, article.symptom)}${part(WORDS.cause, article.cause)}${part(WORDS.solution, article.solution)}${part(WORDS.audience, article.audience)}</article>
<p><a href="/knowledge?lang=${asked.language}">${say(asked, WORDS.back)}</a></p>`;
  return frame(asked, title, body);
}
