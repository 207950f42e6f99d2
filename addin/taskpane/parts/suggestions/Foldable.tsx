import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    listStyleType: "none",
  },
  title: { justifyContent: "start", textAlign: "start", padding: 0, minWidth: 0, overflowWrap: "anywhere" },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  snippet: { margin: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  body: { display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
});

interface Props {
  readonly title: ReactNode;
  readonly facts: ReactNode;
  /** Shown while the rest is folded away. */
  readonly snippet: ReactNode;
  readonly children: ReactNode;
}

/** What was found: its title, which opens the rest of it. */
export function Foldable({ title, facts, snippet, children }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const body = useId();
  return (
    <li className={styles.root}>
      <Button
        appearance="transparent"
        className={styles.title}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <span>{title}</span>
      </Button>
      <div className={styles.facts}>{facts}</div>
      <div id={body} className={styles.body}>
        {open ? children : <p className={styles.snippet}>{snippet}</p>}
      </div>
    </li>
  );
}
