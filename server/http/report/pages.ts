import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor, UseCases } from "../../../schema/api/context.ts";
import { type Audience, AUDIENCES, isFor } from "../../../schema/measuring/audiences.ts";
import { SaimeError } from "../../../schema/messages/errors.ts";
import type { Language } from "../../../schema/registers/words.ts";
import { answer, refuse } from "../answer.ts";
import { languageOf } from "../language.ts";
import { goneHtml, reportHtml } from "./html.ts";
import { POLICY } from "./style.ts";

/** Where printable reports stand. */
export const REPORT_PAGES = "/report";
export const isReportPage = (path: string): boolean => path === REPORT_PAGES || path.startsWith(`${REPORT_PAGES}/`);

const MINUTES = 5;
/** Reports kept at once; the oldest goes when one more is asked for. */
const KEPT = 200;
/** Periods that are looked at: enough for two years by month. */
const LAST = 25;

export interface ReportOptions {
  readonly actorOf: (headers: Headers) => Promise<Actor | null>;
  readonly series: UseCases["kpiSeries"];
  readonly now: () => Date;
}

/**
 * A report for printing. `POST /report?audience=MANAGEMENT&until=2026-11-01&lang=lv` by a signed-in person makes it of
 * what that person may read and answers `{path}`; `GET` of that path shows it for five minutes. The path is a secret of
 * 128 bits, for the browser into which it is opened has no token of the pane's.
 */
export function reportPages({ actorOf, series, now }: ReportOptions) {
  const kept = new Map<string, { readonly html: string; readonly until: number }>();

  const make = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.resume();
    const headers = new Headers({ authorization: request.headers.authorization ?? "" });
    const actor = await actorOf(headers);
    if (!actor) return refuse(request, response, 401, "UNAUTHENTICATED");
    const asked = readAsked(request);
    if (!asked) return refuse(request, response, 400, "BAD_REQUEST", "“audience” or “until” is not understood.");
    const all = await series(actor, { kpi: null, scope: null, period: null, audience: null, last: LAST });
    const shown = all.filter(({ audience }) => isFor(audience, asked.audience));
    const html = reportHtml({ ...asked, made: now().toISOString().slice(0, 10), series: shown });
    for (const [key, page] of kept) if (page.until <= now().getTime() || kept.size >= KEPT) kept.delete(key);
    const key = randomBytes(16).toString("base64url");
    kept.set(key, { html, until: now().getTime() + MINUTES * 60_000 });
    const body = Buffer.from(JSON.stringify({ path: `${REPORT_PAGES}/${key}` }));
    return answer(request, response, 201, { "content-type": "application/json" }, body);
  };

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (request.method === "POST" && path === REPORT_PAGES)
      return make(request, response).catch((error: unknown) => {
        if (error instanceof SaimeError) return refuse(request, response, 403, error.code);
        throw error;
      });
    request.resume();
    const page = kept.get(path.slice(REPORT_PAGES.length + 1));
    const there = page !== undefined && page.until > now().getTime();
    const html = there ? page.html : goneHtml(languageOf(request.headers["accept-language"]));
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
    };
    return answer(request, response, there ? 200 : 404, headers, Buffer.from(html));
  };
}

function readAsked(
  request: IncomingMessage,
): { readonly audience: Audience | null; readonly until: string; readonly language: Language } | null {
  const asked = new URL(request.url ?? "/", "http://localhost").searchParams;
  const [audience, until, lang] = [asked.get("audience") ?? "", asked.get("until") ?? "", asked.get("lang")];
  if (audience !== "" && !Object.hasOwn(AUDIENCES, audience)) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) return null;
  const language = lang === "lv" || lang === "en" ? lang : languageOf(request.headers["accept-language"]);
  return { audience: audience === "" ? null : (audience as Audience), until, language };
}
