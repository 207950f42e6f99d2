import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { registers as catalogue, type RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes } from "../../../i18n/messages/changes.ts";
import { publishing as messages } from "../../../i18n/messages/publishing.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import type { Deleted, PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";

/** So many deleted rows are named; of the rest only the number. */
const NAMED = 5;

const useStyles = makeStyles({
  content: { display: "grid", gap: tokens.spacingVerticalM },
  named: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  option: { display: "grid" },
  help: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly open: boolean;
  readonly register: RegisterKey;
  readonly rows: readonly PendingRow[];
  readonly onClose: () => void;
  readonly onPublish: (deleted: Deleted) => void;
}

/** Asks, before publishing, what becomes of rows that were deleted from the sheet. */
export function DeletedDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      modalType="modal"
      onOpenChange={(_event, { open: opens }) => {
        if (!opens) onClose();
      }}
    >
      <DialogSurface>
        <Question onClose={onClose} {...rest} />
      </DialogSurface>
    </Dialog>
  );
}

function Question({ register, rows, onClose, onPublish }: Omit<Props, "open">) {
  const text = useText();
  const styles = useStyles();
  const [what, setWhat] = useState<Deleted["do"]>("LEAVE");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const choices = [
    ["LEAVE", messages.leave, messages.leaveHelp],
    ["PUT_BACK", messages.putBack, messages.putBackHelp],
    ["RETIRE", messages.retire, messages.retireHelp],
  ] as const;
  const publish = () => {
    if (what === "RETIRE" && reason.trim() === "") {
      setMissing(true);
      field.current?.focus();
      return;
    }
    onClose();
    const asked = rows.map(({ row }) => row);
    if (what === "LEAVE") onPublish({ do: what });
    else onPublish(what === "RETIRE" ? { do: what, reason: reason.trim(), rows: asked } : { do: what, rows: asked });
  };
  return (
    <DialogBody>
      <DialogTitle>{text.say(messages.deletedTitle)}</DialogTitle>
      <DialogContent className={styles.content}>
        <div>{text.say(messages.deletedBody, { count: rows.length })}</div>
        <ul className={styles.named} aria-label={text.words(catalogue[register].label)}>
          {rows.slice(0, NAMED).map(({ row, code, title }) => (
            <li key={row}>{[code, title || text.say(changes.untitled)].filter(Boolean).join(" ")}</li>
          ))}
          {rows.length > NAMED && <li>{text.say(messages.deletedAnd, { count: rows.length - NAMED })}</li>}
        </ul>
        <RadioGroup
          aria-label={text.say(messages.deletedTitle)}
          value={what}
          onChange={(_event, { value }) => setWhat(choices.find(([each]) => each === value)?.[0] ?? "LEAVE")}
        >
          {choices.map(([value, label, help]) => (
            <Radio
              key={value}
              value={value}
              label={
                <span className={styles.option}>
                  {text.say(label)}
                  <span className={styles.help}>{text.say(help)}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
        {what === "RETIRE" && (
          <Field
            label={text.say(messages.reason)}
            hint={text.say(messages.reasonHint)}
            required
            {...(missing ? { validationMessage: text.say(messages.reasonMissing) } : {})}
          >
            <Textarea
              ref={(area: HTMLTextAreaElement | null) => {
                field.current = area;
              }}
              value={reason}
              maxLength={1000}
              resize="vertical"
              onChange={(_event, { value }) => {
                setReason(value);
                setMissing(false);
              }}
            />
          </Field>
        )}
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={publish}>
          {text.say(changes.publish)}
        </Button>
        <Button onClick={onClose}>{text.say(shell.cancel)}</Button>
      </DialogActions>
    </DialogBody>
  );
}
