import { Button, Field, Select } from "@fluentui/react-components";
import { TableAddRegular } from "@fluentui/react-icons/svg/table-add";
import { useState } from "react";
import { registers as catalogue, type RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { ChangesView } from "./ChangesView.tsx";

interface Props {
  readonly go: (page: Page) => void;
  /** The ribbon's Publish was pressed. */
  readonly publishAsked: boolean;
  /** What was asked is taken up. */
  readonly onDone: () => void;
}

/** What is not published yet, register by register. */
export default function ChangesPage({ go, publishAsked, onDone }: Props) {
  const text = useText();
  const { statuses } = useWorkbook();
  const [chosen, setChosen] = useState<RegisterKey | null>(null);
  const opened = statuses.data?.filter(({ sheet }) => sheet !== "NONE") ?? [];
  const register = opened.find((status) => status.register === chosen) ?? opened[0];
  return (
    <Section title={text.say(messages.title)}>
      {statuses.failure && <FailureNote failure={statuses.failure} again={statuses.reload} />}
      {statuses.data === null && statuses.loading && <Waiting label={text.say(shell.loading)} />}
      {statuses.data && opened.length === 0 && (
        <EmptyState
          icon={<TableAddRegular />}
          title={text.say(messages.noSheetTitle)}
          action={
            <Button appearance="primary" onClick={() => go("registers")}>
              {text.say(messages.toRegisters)}
            </Button>
          }
        >
          {text.say(messages.noSheet)}
        </EmptyState>
      )}
      {opened.length > 1 && register && (
        <Field label={text.say(messages.register)}>
          <Select
            value={register.register}
            onChange={(_event, { value }) =>
              setChosen(opened.find((status) => status.register === value)?.register ?? null)
            }
          >
            {opened.map((status) => (
              <option key={status.register} value={status.register}>
                {text.words(catalogue[status.register].label)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {register && (
        <ChangesView key={register.register} register={register.register} publishAsked={publishAsked} onDone={onDone} />
      )}
    </Section>
  );
}
