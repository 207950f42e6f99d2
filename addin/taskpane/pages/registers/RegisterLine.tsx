import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TableAddRegular } from "@fluentui/react-icons/svg/table-add";
import { registers as catalogue } from "../../../../schema/registers/catalogue.ts";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import type { RegisterStatus } from "../../../sync/service.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { useRights } from "../../data/WorkbookContext.tsx";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  help: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly status: RegisterStatus;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly go: (page: Page) => void;
}

/** A register that has no sheet here yet: what it is, how much it holds, and a button that makes the sheet. */
export function RegisterLine({ status, busy, onOpen, go }: Props) {
  const text = useText();
  const styles = useStyles();
  const register = catalogue[status.register];
  const rights = useRights(status.register);
  const empty = rights?.rows === 0;
  const readOnly = rights && !rights.mayEdit && !rights.mayCreate;
  const label = text.words(register.label);
  const facts = [
    ...(rights ? [text.say(messages.rowCount, { count: rights.rows })] : []),
    ...(readOnly ? [text.say(messages.readOnly)] : []),
  ];
  return (
    <article className={styles.line} aria-label={label}>
      <h3 className={styles.name}>{label}</h3>
      <p className={styles.help}>{text.words(register.help)}</p>
      {facts.length > 0 && <p className={styles.help}>{facts.join(" · ")}</p>}
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<TableAddRegular />}
          disabledFocusable={busy}
          aria-label={text.say(messages.createAria, { register: label })}
          onClick={onOpen}
        >
          {text.say(messages.create)}
        </Button>
        {empty && !readOnly && (
          <Button size="small" onClick={() => go("import")}>
            {text.say(messages.importRows)}
          </Button>
        )}
      </div>
    </article>
  );
}
