import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BookAddRegular } from "@fluentui/react-icons/svg/book-add";
import { type RegisterKey, registers as catalogue } from "../../../../schema/registers/catalogue.ts";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import { useText } from "../../app/TextContext.tsx";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface Props {
  /** The registers of the person's roles, in order. */
  readonly registers: readonly RegisterKey[];
  readonly busy: boolean;
  readonly onMake: () => void;
}

/** Makes the sheets that the person's roles need, all at once. */
export function NewWorkbook({ registers, busy, onMake }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <section className={styles.box} aria-labelledby="new-workbook">
      <h2 id="new-workbook" className={styles.title}>
        {text.say(messages.workbookTitle)}
      </h2>
      <p className={styles.words}>
        {text.say(messages.workbookBody, {
          sheets: registers.map((key) => text.words(catalogue[key].label)).join(", "),
        })}
      </p>
      <div>
        <Button icon={<BookAddRegular />} disabledFocusable={busy} onClick={onMake}>
          {text.say(messages.workbookMake)}
        </Button>
      </div>
    </section>
  );
}
