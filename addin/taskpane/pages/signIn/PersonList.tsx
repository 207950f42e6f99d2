import { makeStyles, mergeClasses, SearchBox, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { signIn as messages } from "../../../i18n/messages/signIn.ts";
import { useText } from "../../app/TextContext.tsx";
import { Initials } from "../../parts/Initials.tsx";
import { RoleNames } from "../../parts/RoleNames.tsx";
import type { Person } from "../../session/port.ts";

/** More people than this and one searches rather than reads. */
const MANY = 8;

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
  intro: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  search: { maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalS },
  person: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    width: "100%",
    padding: tokens.spacingHorizontalM,
    textAlign: "start",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  waiting: { cursor: "default" },
  words: { display: "grid", flexGrow: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly people: readonly Person[];
  /** The one whose sign-in is on its way. */
  readonly entering: Person | null;
  readonly onPick: (person: Person) => void;
}

export function PersonList({ people, entering, onPick }: Props) {
  const text = useText();
  const styles = useStyles();
  const [sought, setSought] = useState("");
  const needle = sought.trim().toLocaleLowerCase(text.language);
  const found = people.filter(({ name, institution }) =>
    `${name} ${institution}`.toLocaleLowerCase(text.language).includes(needle),
  );
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{text.say(messages.development)}</p>
      {people.length > MANY && (
        <SearchBox
          className={styles.search}
          value={sought}
          onChange={(_event, { value }) => setSought(value)}
          placeholder={text.say(messages.filter)}
          aria-label={text.say(messages.filter)}
        />
      )}
      <div role="status" className="visually-hidden">
        {needle && text.say(messages.found, { count: found.length })}
      </div>
      <ul className={styles.list} aria-label={text.say(messages.people)}>
        {found.map((person) => (
          <li key={person.person}>
            <button
              type="button"
              className={mergeClasses(styles.person, entering !== null && styles.waiting)}
              aria-disabled={entering !== null}
              onClick={() => onPick(person)}
            >
              <Initials name={person.name} />
              <span className={styles.words}>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.quiet}>{person.institution}</span>
                <RoleNames className={styles.quiet} roles={person.roles} />
              </span>
              {entering === person && <Spinner size="tiny" aria-label={text.say(messages.signingIn)} />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
