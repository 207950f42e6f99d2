import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { useCallback, useState } from "react";
import { shell } from "../../../i18n/messages/shell.ts";
import { signIn as messages } from "../../../i18n/messages/signIn.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import type { Person, SignIn } from "../../session/port.ts";
import { detailOf, toFailure, type Failure } from "../../work/failure.ts";
import { PersonList } from "./PersonList.tsx";

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly signIn: SignIn;
  /** The session ended by itself. */
  readonly ended: boolean;
}

/** Development sign-in: pick the person to work as. */
export default function SignInPage({ signIn, ended }: Props) {
  const text = useText();
  const styles = useStyles();
  const choices = useLoaded(useCallback((signal: AbortSignal) => signIn.choices(signal), [signIn]));
  const [entering, setEntering] = useState<Person | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const enter = (person: Person) => {
    if (entering) return;
    setEntering(person);
    setFailure(null);
    signIn.signIn(person).catch((error: unknown) => {
      setEntering(null);
      setFailure(toFailure(error));
    });
  };
  const shownFailure = failure ?? choices.failure;
  return (
    <Section title={text.say(messages.title)}>
      <p className={styles.intro}>{text.say(messages.intro)}</p>
      {ended && (
        <MessageBar intent="info" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{text.say(messages.endedTitle)}</MessageBarTitle>
            {text.say(messages.ended)}
          </MessageBarBody>
        </MessageBar>
      )}
      {shownFailure && <SignInFailure failure={shownFailure} again={failure ? null : choices.reload} />}
      {choices.data === null && choices.loading && <Waiting label={text.say(shell.loading)} />}
      {choices.data?.length === 0 && (
        <EmptyState icon={<PersonRegular />} title={text.say(messages.nobodyTitle)}>
          {text.say(messages.nobody)}
        </EmptyState>
      )}
      {choices.data && choices.data.length > 0 && (
        <PersonList people={choices.data} entering={entering} onPick={enter} />
      )}
    </Section>
  );
}

function SignInFailure({ failure, again }: { readonly failure: Failure; readonly again: (() => void) | null }) {
  const text = useText();
  const offline = failure.kind === "OFFLINE";
  const detail = detailOf(failure, text);
  return (
    <MessageBar intent={offline ? "warning" : "error"} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{text.say(offline ? failure.title : messages.failedTitle)}</MessageBarTitle>
        {offline || !detail ? text.say(failure.body) : detail}
      </MessageBarBody>
      {again && (
        <MessageBarActions>
          <Button onClick={again}>{text.say(shell.tryAgain)}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
