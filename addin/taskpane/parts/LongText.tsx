import { Link, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { record } from "../../i18n/messages/record.ts";
import { useText } from "../app/TextContext.tsx";

/** Longer texts are cut at this many characters until a person asks for all. */
const LONG = 220;

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
});

/** A text of any length that does not push everything else away. */
export function LongText({ children }: { readonly children: string }) {
  const text = useText();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (children.length <= LONG) return <span className={styles.text}>{children}</span>;
  return (
    <span className={styles.text}>
      {open ? children : `${children.slice(0, LONG).trimEnd()}…`}{" "}
      <Link as="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
        {text.say(open ? record.showFewer : record.showMore)}
      </Link>
    </span>
  );
}
