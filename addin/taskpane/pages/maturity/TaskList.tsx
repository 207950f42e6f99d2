import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { Message } from "../../../i18n/message.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import { Codes } from "./Codes.tsx";
import type { TaskView } from "./port.ts";
import { useItemStyles } from "./styles.ts";
import { useTarget, type Target } from "./useTarget.ts";

type Shown = readonly [Message, NonNullable<BadgeProps["color"]>];
const DONE: Readonly<Record<string, Shown>> = {
  DONE: [messages.taskDONE, "success"],
  PARTLY: [messages.taskPARTLY, "warning"],
  NOT: [messages.taskNOT, "danger"],
};
const UNKNOWN: Shown = [messages.taskUnknown, "subtle"];

interface Props {
  readonly tasks: readonly TaskView[];
  readonly go: (key: string) => void;
  readonly target: Target | null;
}

/** The 32 tasks, how far each is done, and what hangs together with it. */
export function TaskList({ tasks, go, target }: Props) {
  const text = useText();
  const styles = useItemStyles();
  useTarget(target);
  return (
    <ul className={styles.list}>
      {tasks.map(({ task, label, done, related, conditions }) => {
        const [message, color] = DONE[done ?? ""] ?? UNKNOWN;
        return (
          <li key={task} id={task} tabIndex={-1} className={styles.item}>
            <div className={styles.head}>
              <h3 className={styles.name}>{label}</h3>
              <Badge className={styles.badge} appearance="tint" color={color}>
                {text.say(message)}
              </Badge>
            </div>
            <Codes label={text.say(messages.related)} keys={related} go={go} />
            <Codes label={text.say(messages.dependents)} keys={conditions} go={go} />
          </li>
        );
      })}
    </ul>
  );
}
