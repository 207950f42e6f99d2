import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import { Codes } from "./Codes.tsx";
import type { ConditionView } from "./port.ts";
import { useItemStyles } from "./styles.ts";
import { useTarget, type Target } from "./useTarget.ts";

interface Props {
  readonly conditions: readonly ConditionView[];
  readonly go: (key: string) => void;
  readonly target: Target | null;
}

/** The conditions for services, how many services meet each, and the tasks it hangs on. */
export function ConditionList({ conditions, go, target }: Props) {
  const text = useText();
  const styles = useItemStyles();
  useTarget(target);
  return (
    <ul className={styles.list}>
      {conditions.map(({ condition, label, tasks, ...counts }) => {
        const told = (["met", "partly", "not", "unknown"] as const).filter((one) => counts[one] > 0);
        return (
          <li key={condition} id={condition} tabIndex={-1} className={styles.item}>
            <h3 className={styles.name}>{label}</h3>
            <p className={styles.note}>
              {told.length === 0
                ? text.say(messages.noServices)
                : told.map((one) => text.say(messages[one], { count: counts[one] })).join(" · ")}
            </p>
            <Codes label={text.say(messages.dependsOn)} keys={tasks} go={go} />
          </li>
        );
      })}
    </ul>
  );
}
