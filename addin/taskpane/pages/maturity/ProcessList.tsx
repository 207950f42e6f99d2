import { Badge } from "@fluentui/react-components";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import { Gaps } from "./Gaps.tsx";
import type { ProcessView } from "./port.ts";
import { useItemStyles } from "./styles.ts";

interface Props {
  readonly processes: readonly ProcessView[];
  readonly open: (register: RegisterKey) => void;
}

/** Each process: whether it is in place, for which levels it counts, and what shows it. */
export function ProcessList({ processes, open }: Props) {
  const text = useText();
  const styles = useItemStyles();
  return (
    <ul className={styles.list}>
      {processes.map(({ process, label, inPlace, mandatoryFor, desirableFor, manager, evidence, missing }) => {
        const [first] = mandatoryFor;
        const [wished] = desirableFor;
        const levels = [
          wished !== undefined && text.say(messages.desirable, { levels: desirableFor.join(", ") }),
          first !== undefined && text.say(messages.mandatory, { levels: mandatoryFor.join(", ") }),
        ].filter((one) => one !== false);
        const { what, count, last } = evidence;
        const shown = text.say(messages.evidence, { what, number: text.number(count) });
        return (
          <li key={process} className={styles.item}>
            <div className={styles.head}>
              <h3 className={styles.name}>{label}</h3>
              <Badge className={styles.badge} appearance="tint" color={inPlace ? "success" : "warning"}>
                {text.say(inPlace ? messages.inPlace : messages.notInPlace)}
              </Badge>
            </div>
            <p className={styles.note}>{levels.join(" · ")}</p>
            {manager !== null && <p className={styles.note}>{text.say(messages.manager, { name: manager })}</p>}
            <p className={styles.note}>
              {shown}
              {last !== null && `, ${text.say(messages.last, { when: text.instant(last) })}`}
            </p>
            {missing.length > 0 && <Gaps missing={missing} open={open} />}
          </li>
        );
      })}
    </ul>
  );
}
