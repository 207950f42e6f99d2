import { useEffect, useState } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { Waiting } from "../parts/Waiting.tsx";
import { useText } from "./TextContext.tsx";

/** Office usually answers within half a second; only then are words worth showing. */
export function Starting() {
  const text = useText();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 700);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <Waiting label={text.say(shell.startingTitle)} /> : null;
}
