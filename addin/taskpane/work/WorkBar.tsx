import { Button, makeStyles, ProgressBar, Text as Words, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { work } from "../../i18n/messages/work.ts";
import type { Text } from "../../i18n/text.ts";
import type { Progress } from "../../sync/service.ts";
import { useText } from "../app/TextContext.tsx";
import { useWork, type Running } from "./WorkContext.tsx";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: 0,
    zIndex: 2,
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
  },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 0, display: "grid" },
  phase: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

function phaseOf({ phase, done, total }: Progress, text: Text): string {
  const name = text.say(work[`phase${phase}`]);
  return total > 1 ? `${name}: ${text.say(work.ofTotal, { done, total })}` : name;
}

/** A sentence for the screen reader: the label, then each phase once, not every step. */
function spoken(running: Running, text: Text): string {
  const phase = running.progress ? text.say(work[`phase${running.progress.phase}`]) : "";
  return `${text.say(running.label)}. ${phase}`;
}

/** What is going on, how far it is, and how to stop it. Stands at the bottom of every page while work runs. */
export function WorkBar() {
  const { running, cancel } = useWork();
  const text = useText();
  const styles = useStyles();
  const slow = useSlow(running !== null);
  return (
    <>
      <div role="status" className="visually-hidden">
        {running && slow ? spoken(running, text) : ""}
      </div>
      {running && slow && (
        <section className={styles.bar} aria-label={text.say(work.inProgress)}>
          <div className={styles.line}>
            <div className={styles.words}>
              <Words weight="semibold">{text.say(running.stopping ? work.stopping : running.label)}</Words>
              <Words size={200} className={styles.phase}>
                {running.progress ? phaseOf(running.progress, text) : text.say(shell.loading)}
              </Words>
            </div>
            <Button onClick={cancel} disabledFocusable={running.stopping}>
              {text.say(shell.cancel)}
            </Button>
          </div>
          <ProgressBar
            thickness="large"
            aria-label={text.say(running.label)}
            {...(running.progress && running.progress.total > 0
              ? { value: running.progress.done, max: running.progress.total }
              : {})}
          />
        </section>
      )}
    </>
  );
}

/** True once `active` has lasted long enough to be worth a bar: a flash would only disturb. */
function useSlow(active: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setSlow(true), 150);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [active]);
  return slow;
}
