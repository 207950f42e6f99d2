import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { changes as messages } from "../../i18n/messages/changes.ts";
import { useText } from "../app/TextContext.tsx";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", justifyContent: "center", gap: tokens.spacingHorizontalS },
  where: { fontVariantNumeric: "tabular-nums" },
});

interface Props {
  /** From 0. */
  readonly page: number;
  /** Items on a page. */
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Steps through a long list page by page. */
export function Pager({ page, size, total, onPage }: Props) {
  const text = useText();
  const styles = useStyles();
  if (total <= size) return null;
  const last = Math.ceil(total / size) - 1;
  return (
    <div role="group" className={styles.root} aria-label={text.say(messages.paging)}>
      <Button
        icon={<ChevronLeftRegular />}
        disabledFocusable={page === 0}
        aria-label={text.say(messages.previous)}
        onClick={() => onPage(page - 1)}
      />
      <span className={styles.where} role="status">
        {text.say(messages.page, { first: page * size + 1, last: Math.min(total, (page + 1) * size), total })}
      </span>
      <Button
        icon={<ChevronRightRegular />}
        disabledFocusable={page === last}
        aria-label={text.say(messages.next)}
        onClick={() => onPage(page + 1)}
      />
    </div>
  );
}
