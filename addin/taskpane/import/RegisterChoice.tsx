import { Field, Select } from "@fluentui/react-components";
import { type RegisterKey, registers } from "../../../schema/registers/catalogue.ts";
import { REGISTER_GROUPS } from "../../../schema/registers/groups.ts";
import { useText } from "../app/TextContext.tsx";
import { useWorkbook } from "../data/WorkbookContext.tsx";
import { importing } from "./messages.ts";

interface Props {
  readonly register: RegisterKey;
  readonly choose: (register: RegisterKey) => void;
}

/** Into which register: those to which the person may add rows or whose rows they may change. */
export function RegisterChoice({ register, choose }: Props) {
  const text = useText();
  const { rights } = useWorkbook();
  const mine = new Set(
    rights.data?.filter(({ mayCreate, mayEdit }) => mayCreate || mayEdit).map(({ key }) => key) ?? [],
  );
  const groups = REGISTER_GROUPS.map((group) => ({
    ...group,
    registers: group.registers.filter((key) => mine.has(key) || key === register),
  })).filter((group) => group.registers.length > 0);
  return (
    <Field label={text.say(importing.register)}>
      <Select
        value={register}
        onChange={(_event, { value }) => {
          const chosen = groups.flatMap((group) => group.registers).find((key) => key === value);
          if (chosen) choose(chosen);
        }}
      >
        {groups.map((group) => (
          <optgroup key={group.key} label={text.words(group.label)}>
            {group.registers.map((key) => (
              <option key={key} value={key}>
                {text.words(registers[key].label)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
