import { Link } from "@fluentui/react-components";
import { findRegister, type RegisterKey } from "../../../schema/registers/catalogue.ts";
import { overview as messages } from "../../i18n/messages/overview.ts";
import { useText } from "../app/TextContext.tsx";
import { useWorkbook } from "../data/WorkbookContext.tsx";
import { useWork } from "../work/WorkContext.tsx";

interface Props {
  readonly register: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Called when the cursor stands on the row. */
  readonly onThere?: () => void;
}

/** A record by code and title; following it opens its register's sheet, if need be, and puts the cursor on the row. */
export function RowLink({ register, id, code, title, onThere }: Props) {
  const text = useText();
  const { sheets, statuses } = useWorkbook();
  const work = useWork();
  const known = findRegister(register) ? (register as RegisterKey) : null;
  if (!known) return <>{`${code} ${title}`}</>;
  const follow = () =>
    void work.run(messages.opening, async (running) => {
      const sheet = statuses.data?.find((status) => status.register === known)?.sheet;
      if (sheet !== "OPEN") await sheets.open(known, text.language, running);
      await sheets.jump(known, id, null);
      onThere?.();
    });
  return (
    <Link as="button" inline onClick={follow} aria-label={text.say(messages.goTo, { title: `${code} ${title}` })}>
      {title === code || title === "" ? code : `${code} ${title}`}
    </Link>
  );
}
