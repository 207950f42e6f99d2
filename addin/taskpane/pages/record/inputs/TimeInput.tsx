import { Button, Input, makeStyles, tokens, type FieldControlProps } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { USUAL_ZONE, instantToCivil } from "../../../../../schema/registers/instants.ts";
import { record as messages } from "../../../../i18n/messages/record.ts";
import { useText } from "../../../app/TextContext.tsx";

const useStyles = makeStyles({
  root: { display: "flex", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  text: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  calendar: {
    position: "relative",
    display: "grid",
    placeItems: "center",
    flexShrink: 0,
    width: "32px",
    height: "32px",
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground2,
  },
  // The browser's own calendar, opened by a click on it: a frame of another origin may not open it by script.
  native: {
    position: "absolute",
    inset: 0,
    width: "100%",
    opacity: 0,
    cursor: "pointer",
    "::-webkit-calendar-picker-indicator": { position: "absolute", inset: 0, width: "auto", height: "auto" },
  },
  now: { flexShrink: 0, minWidth: 0 },
});

interface Props {
  readonly field: FieldControlProps;
  readonly label: string;
  /** A day alone, or a day and a time. */
  readonly kind: "date" | "datetime";
  /** As typed: `dd.mm.yyyy`, `dd.mm.yyyy hh:mm`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day or a time: typed as people read it in either language, picked in a calendar, or the present. */
export function TimeInput({ field, label, kind, value, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const present = text.say(kind === "datetime" ? messages.now : messages.today);
  const now = () => {
    const instant = new Date().toISOString();
    onChange(kind === "datetime" ? text.instant(instant) : text.day(instantToCivil(instant, USUAL_ZONE).slice(0, 10)));
  };
  const pick = (picked: string) => {
    const [day = "", time] = picked.split("T");
    if (day !== "") onChange(time === undefined ? text.day(day) : `${text.day(day)} ${time.slice(0, 5)}`);
  };
  return (
    <div className={styles.root}>
      <Input
        {...field}
        className={styles.text}
        // The browser would make the input some twenty characters wide.
        input={{ size: 1 }}
        value={value}
        onChange={(_event, { value: typed }) => onChange(typed)}
      />
      <span className={styles.calendar}>
        <CalendarRegular />
        <input
          className={styles.native}
          // For the mouse and the finger; who uses keys or a reader types the day.
          type={kind === "datetime" ? "datetime-local" : "date"}
          tabIndex={-1}
          aria-hidden="true"
          title={text.say(messages.calendar)}
          onChange={(event) => pick(event.currentTarget.value)}
        />
      </span>
      <Button className={styles.now} aria-label={`${present}: ${label}`} onClick={now}>
        {present}
      </Button>
    </div>
  );
}
