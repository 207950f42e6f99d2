import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";

const NAMES = [messages.level1, messages.level2, messages.level3, messages.level4, messages.level5] as const;

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  bars: { display: "grid", gridTemplateColumns: "repeat(5, 1fr)", gap: tokens.spacingHorizontalXS },
  bar: {
    height: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  reached: {
    backgroundColor: tokens.colorBrandBackground,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    // Forced colours leave no background of ours: the bars that count stay filled.
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The level reached, as a word and as five bars. */
export function LevelCard({ level }: { readonly level: number }) {
  const text = useText();
  const styles = useStyles();
  return (
    <section className={styles.card} aria-labelledby="maturity-level">
      <h2 id="maturity-level" className={styles.title}>
        {text.say(messages.level, { level, name: text.say(NAMES[level - 1] ?? messages.level1) })}
      </h2>
      <div className={styles.bars} role="img" aria-label={text.say(messages.levels, { level })}>
        {NAMES.map((_name, at) => (
          <span key={at} className={mergeClasses(styles.bar, at < level && styles.reached)} />
        ))}
      </div>
      <p className={styles.help}>{text.say(messages.how)}</p>
    </section>
  );
}
