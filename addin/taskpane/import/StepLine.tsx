import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useText } from "../app/TextContext.tsx";
import { STEPS, type Step } from "./draft.ts";
import { importing } from "./messages.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS },
  bars: { display: "flex", gap: tokens.spacingHorizontalXS, margin: 0, padding: 0, listStyleType: "none" },
  bar: {
    flexGrow: 1,
    height: "4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
  },
  past: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
});

/** Where in the import the person is. The focus comes here when the step changes, so that nobody is left behind. */
export function StepLine({ step }: { readonly step: Step }) {
  const text = useText();
  const styles = useStyles();
  const name = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) name.current?.focus();
    before.current = step;
  }, [step]);
  const current = STEPS.indexOf(step);
  return (
    <div className={styles.root}>
      <ol className={styles.bars} aria-hidden="true">
        {STEPS.map((each, index) => (
          <li key={each} className={mergeClasses(styles.bar, index <= current && styles.past)} />
        ))}
      </ol>
      <h2 ref={name} tabIndex={-1} className={styles.name}>
        {text.say(importing.stepOf, {
          step: current + 1,
          steps: STEPS.length,
          name: text.say(importing[`step${step}`]),
        })}
      </h2>
    </div>
  );
}
