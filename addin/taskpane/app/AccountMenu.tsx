import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { useState } from "react";
import { PORTFOLIO_OWNERS } from "../../../schema/registers/owners.ts";
import type { Message } from "../../i18n/message.ts";
import { shell } from "../../i18n/messages/shell.ts";
import { ConfirmDialog } from "../parts/ConfirmDialog.tsx";
import { APPEARANCES, isAppearance, type Appearance } from "../preferences/appearance.ts";
import type { Preferences } from "../preferences/preferences.ts";
import type { Person, SignIn } from "../session/port.ts";
import { Initials } from "../parts/Initials.tsx";
import { RoleNames } from "../parts/RoleNames.tsx";
import { useText } from "./TextContext.tsx";

const NAMES: Readonly<Record<Appearance, Message>> = {
  SYSTEM: shell.appearanceSystem,
  LIGHT: shell.appearanceLight,
  DARK: shell.appearanceDark,
  CONTRAST: shell.appearanceContrast,
};

const useStyles = makeStyles({
  person: {
    display: "grid",
    alignContent: "start",
    height: "auto",
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingVerticalS,
    maxWidth: "260px",
  },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  quiet: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  readonly preferences: Preferences;
  readonly appearance: Appearance;
  readonly person: Person | null;
  readonly signIn: SignIn | null;
  readonly onAdminister: (() => void) | undefined;
}

/** Who is signed in, the pane's looks, and the way out. */
export function AccountMenu({ preferences, appearance, person, signIn, onAdminister }: Props) {
  const text = useText();
  const styles = useStyles();
  const restore = useRestoreFocusTarget();
  const [leaving, setLeaving] = useState(false);
  const trigger = person ? (
    <Button
      {...restore}
      appearance="subtle"
      shape="circular"
      icon={<Initials name={person.name} />}
      aria-label={text.say(shell.account, { name: person.name })}
    />
  ) : (
    <Button appearance="subtle" icon={<SettingsRegular />} aria-label={text.say(shell.settings)} />
  );
  return (
    <>
      <Menu
        positioning="below-end"
        checkedValues={{ appearance: [appearance] }}
        onCheckedValueChange={(_event, { checkedItems }) => {
          const chosen = checkedItems[0];
          if (isAppearance(chosen)) preferences.chooseAppearance(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
        <MenuPopover>
          <MenuList>
            {person && (
              <>
                <MenuGroup>
                  <MenuGroupHeader className={styles.person}>
                    <span className={styles.name}>{person.name}</span>
                    <span className={styles.quiet}>{person.institution}</span>
                    <RoleNames className={styles.quiet} roles={person.roles} />
                  </MenuGroupHeader>
                  {onAdminister && ownsPortfolio(person) && (
                    <MenuItem icon={<KeyRegular />} onClick={onAdminister}>
                      {text.say(shell.administration)}
                    </MenuItem>
                  )}
                  <MenuItem icon={<SignOutRegular />} onClick={() => setLeaving(true)}>
                    {text.say(shell.signOut)}
                  </MenuItem>
                </MenuGroup>
                <MenuDivider />
              </>
            )}
            <MenuGroup>
              <MenuGroupHeader>{text.say(shell.appearance)}</MenuGroupHeader>
              {APPEARANCES.map((choice) => (
                <MenuItemRadio key={choice} name="appearance" value={choice}>
                  {text.say(NAMES[choice])}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ConfirmDialog
        open={leaving}
        title={text.say(shell.signOutTitle)}
        action={text.say(shell.signOut)}
        onClose={() => setLeaving(false)}
        onConfirm={() => signIn?.signOut()}
      >
        {text.say(shell.signOutBody)}
      </ConfirmDialog>
    </>
  );
}

const ownsPortfolio = ({ roles }: Person): boolean => PORTFOLIO_OWNERS.some((role) => roles.includes(role));
