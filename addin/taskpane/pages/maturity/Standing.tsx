import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConditionList } from "./ConditionList.tsx";
import type { MaturityView } from "./port.ts";
import { ProcessList } from "./ProcessList.tsx";
import { TaskList } from "./TaskList.tsx";
import type { Target } from "./useTarget.ts";

interface Props {
  readonly view: MaturityView;
  readonly open: (register: RegisterKey) => void;
}

/** Processes, tasks and conditions, each under a heading that opens and tells how many stand well. */
export function Standing({ view, open }: Props) {
  const text = useText();
  const { processes, tasks, conditions } = view;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<Target | null>(null);
  const go = (key: string) => {
    const panel = tasks.some(({ task }) => task === key) ? "tasks" : "conditions";
    setOpened((before) => (before.includes(panel) ? before : [...before, panel]));
    setTarget({ key });
  };
  const whole = conditions.filter((one) => one.met > 0 && one.partly + one.not + one.unknown === 0);
  const part = (value: string, title: string, content: ReactNode) => (
    <AccordionItem value={value}>
      <AccordionHeader as="h2">{title}</AccordionHeader>
      <AccordionPanel>{content}</AccordionPanel>
    </AccordionItem>
  );
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...opened]}
      onToggle={(_event, { openItems }) => {
        setOpened(openItems.map(String));
        setTarget(null);
      }}
    >
      {part(
        "processes",
        text.say(messages.processes, {
          count: processes.filter(({ inPlace }) => inPlace).length,
          total: processes.length,
        }),
        <ProcessList processes={processes} open={open} />,
      )}
      {part(
        "tasks",
        text.say(messages.tasks, { count: tasks.filter(({ done }) => done === "DONE").length, total: tasks.length }),
        <TaskList tasks={tasks} go={go} target={target} />,
      )}
      {part(
        "conditions",
        text.say(messages.conditions, { count: whole.length, total: conditions.length }),
        <ConditionList conditions={conditions} go={go} target={target} />,
      )}
    </Accordion>
  );
}
