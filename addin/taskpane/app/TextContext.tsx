import { createContext, use, useEffect, useMemo, type ReactNode } from "react";
import type { Language } from "../../../schema/registers/words.ts";
import { textIn, type Text } from "../../i18n/text.ts";

const TextContext = createContext<Text>(textIn("lv"));

/** Everything below reads in `language`, and so does the document for screen readers. */
export function TextProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const text = useMemo(() => textIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  return use(TextContext);
}
