import { Checkbox, Field } from "@fluentui/react-components";
import type { Dispatch } from "react";
import type { Register } from "../../../schema/registers/register.ts";
import { importable } from "../../sync/import/mapping.ts";
import type { ImportPlan } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import type { Act } from "./draft.ts";
import { importing } from "./messages.ts";

interface Props {
  readonly register: Register;
  readonly plan: ImportPlan;
  readonly act: Dispatch<Act>;
}

/** By which columns a source row finds its row in the register. */
export function KeyChoice({ register, plan, act }: Props) {
  const text = useText();
  // The code, what the register matches by, and whatever was chosen before; long texts make poor keys.
  const offered = importable(register).filter(
    ([key, column]) =>
      plan.mapping[key]?.from === "COLUMN" &&
      (plan.key.includes(key) ||
        key === register.code.column ||
        (register.matchBy ?? [register.title]).includes(key) ||
        (column.type === "text" && !column.multiline)),
  );
  const toggle = (key: string, on: boolean) => {
    const chosen = offered.map(([each]) => each).filter((each) => (each === key ? on : plan.key.includes(each)));
    act({ do: "PLAN", plan: { ...plan, key: chosen } });
  };
  return (
    <Field
      label={text.say(importing.key)}
      hint={text.say(importing.keyHint)}
      {...(plan.key.length === 0
        ? { validationState: "error", validationMessage: text.say(importing.keyMissing) }
        : {})}
    >
      <div role="group" aria-label={text.say(importing.key)}>
        {offered.map(([key, column]) => (
          <div key={key}>
            <Checkbox
              label={text.words(column.label)}
              checked={plan.key.includes(key)}
              onChange={(_event, { checked }) => toggle(key, checked === true)}
            />
          </div>
        ))}
      </div>
    </Field>
  );
}
