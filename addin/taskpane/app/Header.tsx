import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { LANGUAGES, type Language } from "../../../schema/registers/words.ts";
import { LANGUAGE_NAMES } from "../../i18n/language.ts";
import { shell } from "../../i18n/messages/shell.ts";
import type { Preferences, Shown } from "../preferences/preferences.ts";
import type { Person, SignIn } from "../session/port.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { useText } from "./TextContext.tsx";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  side: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly preferences: Preferences;
  readonly shown: Shown;
  readonly person: Person | null;
  readonly signIn: SignIn | null;
  /** Opens what portfolio owners look after; left out before the pages are there. */
  readonly onAdminister?: () => void;
}

export function Header({ preferences, shown, person, signIn, onAdminister }: Props) {
  const styles = useStyles();
  const other = LANGUAGES.find((language) => language !== shown.language) ?? shown.language;
  return (
    <header className={styles.header}>
      <Brand />
      <div className={styles.side}>
        <LanguageSwitch to={other} choose={(language) => preferences.chooseLanguage(language)} />
        <AccountMenu
          preferences={preferences}
          appearance={shown.appearance}
          person={person}
          signIn={signIn}
          onAdminister={onAdminister}
        />
      </div>
    </header>
  );
}

/** The other language by its own name, one press away. */
function LanguageSwitch({ to, choose }: { readonly to: Language; readonly choose: (language: Language) => void }) {
  const text = useText();
  return (
    <Button
      appearance="subtle"
      lang={to}
      aria-label={text.say(shell.switchLanguage, { language: LANGUAGE_NAMES[to] })}
      onClick={() => choose(to)}
    >
      {LANGUAGE_NAMES[to]}
    </Button>
  );
}
