import { type Language } from "../../schema/registers/words.ts";

/** The language a request asks for by `Accept-Language`; Latvian when it names none of ours. */
export function languageOf(header: string | null | undefined): Language {
  let best: { readonly language: Language; readonly weight: number } | undefined;
  for (const part of (header ?? "").split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag === "lv" || tag.startsWith("lv-") ? "lv" : tag === "en" || tag.startsWith("en-") ? "en" : null;
    if (language === null) continue;
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > 0 && (best === undefined || weight > best.weight)) best = { language, weight };
  }
  return best?.language ?? "lv";
}
