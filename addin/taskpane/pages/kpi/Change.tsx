import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { numberOf } from "./figure.ts";
import type { SeriesView } from "./port.ts";

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** How a value changed since the period before: by how much, which way, and whether that is good. */
export function Change({ series }: { readonly series: SeriesView }) {
  const text = useText();
  const styles = useStyles();
  const { latest, direction } = series;
  const { change, kpi } = latest;
  if (change === null) return null;
  const good = direction === "RANGE" ? null : change > 0 === (direction === "HIGHER");
  const word = change === 0 ? messages.same : good === null ? null : good ? messages.better : messages.worse;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  // A change of a percentage is in its points.
  const unit = kpi.unit.trim() === "%" ? "pp" : kpi.unit;
  const amount = `${sign}${numberOf(Math.abs(change), text)}\u00a0${unit}`.trim();
  const Arrow = change > 0 ? ArrowUpRegular : change < 0 ? ArrowDownRegular : ArrowRightRegular;
  return (
    <span className={styles.root}>
      <Arrow aria-hidden="true" />
      <span>
        {text.say(messages.change, { change: amount })}
        {word && ` (${text.say(word)})`}
      </span>
    </span>
  );
}
