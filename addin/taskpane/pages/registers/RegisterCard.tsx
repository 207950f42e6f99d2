import { Badge, Button, makeStyles, tokens, type BadgeProps } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { registers as catalogue } from "../../../../schema/registers/catalogue.ts";
import type { Message } from "../../../i18n/message.ts";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import type { RegisterStatus } from "../../../sync/service.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { useRights } from "../../data/WorkbookContext.tsx";
import { Problems } from "../../parts/Problems.tsx";
import { RegisterFacts } from "./RegisterFacts.tsx";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: "flex", alignItems: "start", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  badges: { display: "flex", flexWrap: "wrap", justifyContent: "end", gap: tokens.spacingHorizontalXS },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const OPEN = { message: messages.stateOpen, color: "success" } as const satisfies Sheet;
const BROKEN = { message: messages.stateBroken, color: "danger" } as const satisfies Sheet;
interface Sheet {
  readonly message: Message;
  readonly color: NonNullable<BadgeProps["color"]>;
}

interface Props {
  readonly status: RegisterStatus;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onRefresh: () => void;
  readonly go: (page: Page) => void;
}

/** A register that has a sheet here: what it is, how the sheet stands, and what can be done with it. */
export function RegisterCard({ status, busy, onOpen, onRefresh, go }: Props) {
  const text = useText();
  const styles = useStyles();
  const register = catalogue[status.register];
  const rights = useRights(status.register);
  const sheet = status.sheet === "BROKEN" ? BROKEN : OPEN;
  const readOnly = rights && !rights.mayEdit && !rights.mayCreate;
  const titleId = `register-${status.register}`;
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {text.words(register.label)}
        </h2>
        <div className={styles.badges}>
          {readOnly && <Badge appearance="tint">{text.say(messages.readOnly)}</Badge>}
          <Badge appearance="tint" color={sheet.color}>
            {text.say(sheet.message)}
          </Badge>
        </div>
      </div>
      <p className={styles.help}>{text.words(register.help)}</p>
      {readOnly && <p className={styles.help}>{text.say(messages.readOnlyHelp)}</p>}
      {status.problems.length > 0 && (
        <Problems
          title={text.say(messages.problemsTitle)}
          body={text.say(messages.problemsBody)}
          problems={status.problems}
        />
      )}
      <RegisterFacts status={status} go={go} />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          icon={<OpenRegular />}
          disabledFocusable={busy}
          aria-label={text.say(messages.openAria, { register: text.words(register.label) })}
          onClick={onOpen}
        >
          {text.say(messages.open)}
        </Button>
        <Button
          icon={<ArrowSyncRegular />}
          disabledFocusable={busy}
          aria-label={text.say(messages.refreshAria, { register: text.words(register.label) })}
          onClick={onRefresh}
        >
          {text.say(messages.refresh)}
        </Button>
      </div>
    </article>
  );
}
