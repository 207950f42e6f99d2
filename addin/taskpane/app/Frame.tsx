import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import type { Preferences, Shown } from "../preferences/preferences.ts";
import type { Person, SignIn } from "../session/port.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Header } from "./Header.tsx";
import { useText } from "./TextContext.tsx";

const useStyles = makeStyles({
  root: { minHeight: "100vh", display: "flex", flexDirection: "column", minWidth: 0 },
  top: { backgroundColor: tokens.colorNeutralBackground1 },
  main: {
    flexGrow: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    outlineStyle: "none",
  },
});

interface Props {
  readonly preferences: Preferences;
  readonly shown: Shown;
  readonly person: Person | null;
  readonly signIn: SignIn | null;
  readonly onAdminister?: () => void;
  /** Under the header, above the page: the tabs. */
  readonly navigation?: ReactNode;
  /** Under everything: what is going on. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The pane's frame: a way past the header, the header, the page. */
export function Frame({ navigation, footer, children, ...header }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <a className="skip" href="#main">
        {text.say(shell.skip)}
      </a>
      <div className={styles.top}>
        <Header {...header} />
        {navigation}
      </div>
      <main id="main" className={styles.main} tabIndex={-1}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </main>
      {footer}
    </div>
  );
}
