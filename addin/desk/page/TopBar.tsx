import {
  Button,
  Input,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  DarkThemeRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  LocalLanguageRegular,
  MoreHorizontalRegular,
  PanelRightContractRegular,
  PanelRightExpandRegular,
} from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { LANGUAGE_NAMES } from "../../i18n/language.ts";
import { shell } from "../../i18n/messages/shell.ts";
import { Brand } from "../../taskpane/app/Brand.tsx";
import { useText } from "../../taskpane/app/TextContext.tsx";
import { type Appearance, isAppearance } from "../../taskpane/preferences/appearance.ts";
import type { Preferences } from "../../taskpane/preferences/preferences.ts";
import { desk } from "./messages.ts";
import type { SaveState } from "../storage/keeper.ts";

const NARROW = "@media (max-width: 900px)";
const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: "40px",
  },
  name: { width: "190px", marginInlineStart: tokens.spacingHorizontalS, [NARROW]: { width: "110px" } },
  status: {
    flex: "1 1 0",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    textAlign: "end",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    paddingInline: tokens.spacingHorizontalS,
  },
  failed: { color: tokens.colorStatusDangerForeground1 },
  wide: { [NARROW]: { display: "none" } },
  narrow: { "@media (min-width: 901px)": { display: "none" } },
});

export interface TopBarProps {
  readonly name: string;
  readonly save: SaveState;
  readonly preferences: Preferences;
  readonly appearance: Appearance;
  readonly paneShown: boolean;
  readonly onRename: (name: string) => void;
  readonly onNew: () => void;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onPane: () => void;
}

export function TopBar(props: TopBarProps) {
  const { preferences, paneShown } = props;
  const styles = useStyles();
  const text = useText();
  const { language } = text;
  const other = language === "lv" ? "en" : "lv";
  const toPane = text.say(paneShown ? desk.hidePane : desk.showPane);
  const files = [
    [desk.new, <DocumentAddRegular key="new" />, props.onNew],
    [desk.open, <FolderOpenRegular key="open" />, props.onOpen],
    [desk.save, <ArrowDownloadRegular key="save" />, props.onSave],
  ] as const;
  return (
    <header className={styles.bar} aria-label={text.say(desk.bar)}>
      <Brand />
      <WorkbookName className={styles.name} name={props.name} onRename={props.onRename} />
      {files.map(([label, icon, act]) => (
        <Button key={label.en} className={styles.wide} appearance="subtle" icon={icon} onClick={act}>
          {text.say(label)}
        </Button>
      ))}
      <Menu>
        <MenuTrigger>
          <Button
            className={styles.narrow}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text.say(desk.more)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {files.map(([label, icon, act]) => (
              <MenuItem key={label.en} icon={icon} onClick={act}>
                {text.say(label)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <SaveStatus save={props.save} />
      <Tooltip relationship="label" content={text.say(shell.switchLanguage, { language: LANGUAGE_NAMES[other] })}>
        <Button appearance="subtle" icon={<LocalLanguageRegular />} onClick={() => preferences.chooseLanguage(other)}>
          {other.toUpperCase()}
        </Button>
      </Tooltip>
      <AppearanceMenu preferences={preferences} appearance={props.appearance} />
      <Tooltip relationship="label" content={toPane}>
        <Button
          appearance="subtle"
          aria-pressed={paneShown}
          icon={paneShown ? <PanelRightContractRegular /> : <PanelRightExpandRegular />}
          onClick={props.onPane}
        />
      </Tooltip>
    </header>
  );
}

function WorkbookName({
  className,
  name,
  onRename,
}: {
  className: string;
  name: string;
  onRename: (name: string) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  return (
    <Input
      className={className}
      appearance="filled-darker"
      value={typed}
      maxLength={120}
      placeholder={text.say(desk.untitled)}
      aria-label={text.say(desk.name)}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => onRename(typed.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter") onRename(typed.trim());
        if (event.key === "Escape") setTyped(name);
      }}
    />
  );
}

function AppearanceMenu({ preferences, appearance }: { preferences: Preferences; appearance: Appearance }) {
  const text = useText();
  const choices = {
    SYSTEM: shell.appearanceSystem,
    LIGHT: shell.appearanceLight,
    DARK: shell.appearanceDark,
    CONTRAST: shell.appearanceContrast,
  } as const;
  return (
    <Menu
      checkedValues={{ appearance: [appearance] }}
      onCheckedValueChange={(_, { checkedItems: [choice] }) => {
        if (isAppearance(choice)) preferences.chooseAppearance(choice);
      }}
    >
      <MenuTrigger>
        <Tooltip relationship="label" content={text.say(desk.appearance)}>
          <Button appearance="subtle" icon={<DarkThemeRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {Object.entries(choices).map(([value, label]) => (
            <MenuItemRadio key={value} name="appearance" value={value}>
              {text.say(label)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Whether the workbook is safe in this browser; a failure stays until a later write succeeds. */
function SaveStatus({ save }: { readonly save: SaveState }) {
  const styles = useStyles();
  const text = useText();
  const told = {
    unsaved: () => text.say(desk.unsaved),
    saving: () => text.say(desk.saving),
    saved: () => text.say(desk.saved, { time: save.kind === "saved" ? clock(save.at) : "" }),
    failed: () => text.say(desk.notSaved, { reason: save.kind === "failed" ? save.reason : "" }),
  }[save.kind]();
  return (
    <span
      role={save.kind === "failed" ? "alert" : undefined}
      className={save.kind === "failed" ? `${styles.status} ${styles.failed}` : styles.status}
      title={told}
      data-desk="status"
      data-state={save.kind}
    >
      {told}
    </span>
  );
}

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString("lv-LV", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
