import { makeStyles, tokens } from "@fluentui/react-components";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { REGISTER_GROUPS } from "../../../../schema/registers/groups.ts";
import type { RegisterStatus } from "../../../sync/service.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { RegisterLine } from "./RegisterLine.tsx";

const useStyles = makeStyles({
  group: { display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  title: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalS },
});

interface Props {
  /** Registers without a sheet here that the person may read. */
  readonly statuses: readonly RegisterStatus[];
  readonly busy: boolean;
  readonly onOpen: (register: RegisterKey) => void;
  readonly go: (page: Page) => void;
}

/** The registers that have no sheet here yet, as people look for them. */
export function RegisterGroups({ statuses, busy, onOpen, go }: Props) {
  const text = useText();
  const styles = useStyles();
  return REGISTER_GROUPS.map((group) => {
    const own = group.registers.flatMap((key) => statuses.find((status) => status.register === key) ?? []);
    if (own.length === 0) return null;
    const titleId = `group-${group.key}`;
    return (
      <section key={group.key} className={styles.group} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {text.words(group.label)}
        </h2>
        <ul className={styles.list}>
          {own.map((status) => (
            <li key={status.register}>
              <RegisterLine status={status} busy={busy} onOpen={() => onOpen(status.register)} go={go} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
