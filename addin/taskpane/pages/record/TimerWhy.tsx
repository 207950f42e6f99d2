import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { RowTimer, ToldPiece } from "../../../../schema/timers/answers.ts";
import { timers as messages } from "../../../i18n/messages/timers.ts";
import { useText } from "../../app/TextContext.tsx";
import { lengthText } from "../../parts/length.ts";

/** Stretches told at first; a record that waited for months has hundreds. */
const FIRST = 12;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalXS },
  piece: {
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  counted: { borderInlineStartColor: tokens.colorBrandStroke1 },
  paused: { borderInlineStartStyle: "dashed", borderInlineStartColor: tokens.colorNeutralStrokeAccessible },
  when: { display: "block", color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  sum: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200 },
});

/** Every stretch of a timer: what was counted, what not and why. */
export function TimerWhy({ timer }: { readonly timer: RowTimer }) {
  const text = useText();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { pieces, used, clock } = timer;
  const shown = all ? pieces : pieces.slice(0, FIRST);
  const marks: Readonly<Record<ToldPiece["kind"], string | undefined>> = {
    COUNTED: styles.counted,
    PAUSED: styles.paused,
    CLOSED: undefined,
  };
  return (
    <Accordion collapsible>
      <AccordionItem value="why">
        <AccordionHeader as="h5" size="small">
          {text.say(messages.why)}
        </AccordionHeader>
        <AccordionPanel>
          <ol className={styles.list}>
            {shown.map(({ kind, from, to, counted, why }) => (
              <li key={from} className={mergeClasses(styles.piece, marks[kind])}>
                <span className={styles.when}>
                  {text.say(messages.stretch, { from: text.instant(from), to: text.instant(to) })}
                </span>
                {kind === "COUNTED"
                  ? text.say(messages.counted, { why: text.words(why), length: lengthText(counted, text) })
                  : text.words(why)}
              </li>
            ))}
          </ol>
          {shown.length < pieces.length && (
            <Button size="small" onClick={() => setAll(true)}>
              {text.say(messages.all, { count: pieces.length })}
            </Button>
          )}
          <p className={styles.sum}>
            {text.say(messages.sum, { used: lengthText(used, text), clock: lengthText(clock, text) })}
          </p>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
