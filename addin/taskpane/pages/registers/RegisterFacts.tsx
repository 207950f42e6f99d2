import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import type { RegisterStatus } from "../../../sync/service.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";

const useStyles = makeStyles({
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(104px, 1fr))",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  name: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  small: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  link: { fontSize: "inherit", fontWeight: "inherit" },
});

interface Props {
  readonly status: RegisterStatus;
  readonly go: (page: Page) => void;
}

/** The register's figures. Unpublished rows and conflicts lead to the changes. */
export function RegisterFacts({ status, go }: Props) {
  const text = useText();
  const styles = useStyles();
  const { rows, pending, conflicts, lastSync } = status;
  const linked = (count: number) =>
    count === 0 ? (
      text.number(count)
    ) : (
      <Link className={styles.link} as="button" onClick={() => go("changes")}>
        {text.number(count)}
        <span className="visually-hidden"> {text.say(messages.seeChanges)}</span>
      </Link>
    );
  return (
    <dl className={styles.facts}>
      <Fact name={text.say(messages.rows)}>{text.number(rows)}</Fact>
      <Fact name={text.say(messages.pending)}>{linked(pending)}</Fact>
      <Fact name={text.say(messages.conflicts)}>{linked(conflicts)}</Fact>
      <Fact name={text.say(messages.lastSync)} small>
        {lastSync === null ? text.say(messages.never) : text.instant(lastSync)}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly small?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.name}>{props.name}</dt>
      <dd className={mergeClasses(styles.value, props.small && styles.small)}>{props.children}</dd>
    </div>
  );
}
