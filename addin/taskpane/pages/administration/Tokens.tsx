import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { administration as messages } from "../../../i18n/messages/administration.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { ResultBar } from "../../parts/ResultBar.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { useAdministration } from "./AdministrationContext.tsx";
import { Part } from "./Part.tsx";
import type { ApiToken } from "./port.ts";
import { TokenList } from "./TokenList.tsx";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "start" },
  field: { width: "100%", minWidth: 0 },
});

/** Tokens of other systems: made, shown once, revoked. */
export function Tokens() {
  const text = useText();
  const styles = useStyles();
  const service = useAdministration();
  const work = useWork();
  const loaded = useLoaded(useCallback((signal: AbortSignal) => service.tokens(signal), [service]));
  const [name, setName] = useState("");
  const [needed, setNeeded] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly token: string } | null>(null);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);

  const create = async () => {
    setNeeded(name.trim() === "");
    if (name.trim() === "") return;
    setMade(null);
    const token = await work.run(messages.creating, () => service.createToken(name.trim()));
    if (token === undefined) return;
    setMade({ name: name.trim(), token });
    setName("");
    loaded.reload();
  };
  const revoke = async ({ id }: ApiToken) => {
    setMade(null);
    await work.run(messages.revoking, () => service.revokeToken(id));
    loaded.reload();
  };
  return (
    <Part title={text.say(messages.tokens)} help={text.say(messages.tokensHelp)}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field
          className={styles.field}
          label={text.say(messages.name)}
          hint={text.say(messages.nameHint)}
          required
          {...(needed && { validationMessage: text.say(messages.nameNeeded) })}
        >
          <Input maxLength={100} value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={work.running !== null}>
          {text.say(messages.create)}
        </Button>
      </form>
      {made && (
        <ResultBar
          result={made}
          intent="success"
          title={text.say(messages.createdTitle, { name: made.name })}
          onClose={() => setMade(null)}
        >
          {text.say(messages.shownOnce)}
          <Field label={text.say(messages.token)}>
            <Input readOnly value={made.token} onFocus={(event) => event.currentTarget.select()} />
          </Field>
        </ResultBar>
      )}
      {loaded.failure && <FailureNote failure={loaded.failure} again={loaded.reload} />}
      {loaded.data === null && loaded.loading && <Waiting label={text.say(shell.loading)} />}
      {loaded.data && <TokenList tokens={loaded.data} busy={work.running !== null} onRevoke={setRevoking} />}
      <ConfirmDialog
        open={revoking !== null}
        title={text.say(messages.revokeTitle, { name: revoking?.name ?? "" })}
        action={text.say(messages.revoke)}
        onClose={() => setRevoking(null)}
        onConfirm={() => revoking && void revoke(revoking)}
      >
        {text.say(messages.revokeBody)}
      </ConfirmDialog>
    </Part>
  );
}
