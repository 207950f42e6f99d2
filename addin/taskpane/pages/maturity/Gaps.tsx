import { Link } from "@fluentui/react-components";
import { findRegister, type RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import type { ProcessView } from "./port.ts";
import { useItemStyles } from "./styles.ts";

interface Props {
  readonly missing: ProcessView["missing"];
  readonly open: (register: RegisterKey) => void;
}

/** What a process lacks, each with the way to the sheet where it is filled in. */
export function Gaps({ missing, open }: Props) {
  const text = useText();
  const styles = useItemStyles();
  return (
    <ul className={styles.gaps}>
      {missing.map(({ text: gap, register }) => {
        const found = findRegister(register);
        return (
          <li key={gap}>
            {gap}{" "}
            {found && (
              <Link as="button" onClick={() => open(found.key as RegisterKey)}>
                {text.say(messages.openSheet, { register: text.words(found.label) })}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
