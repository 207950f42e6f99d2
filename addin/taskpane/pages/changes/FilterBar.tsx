import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { useText } from "../../app/TextContext.tsx";
import { FILTERS, type Filter } from "./filters.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly counts: Readonly<Record<Filter, number>>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Which rows are shown, each kind with its number; kinds without rows are left out. */
export function FilterBar({ counts, filter, onFilter }: Props) {
  const text = useText();
  const styles = useStyles();
  const offered = FILTERS.filter((each) => each === "ALL" || each === filter || counts[each] > 0);
  // Only one kind beside “all”: nothing to choose between.
  if (offered.every((each) => each === "ALL" || counts[each] === counts.ALL) && filter === "ALL") return null;
  return (
    <div role="group" aria-label={text.say(messages.filter)} className={styles.root}>
      {offered.map((each) => (
        <ToggleButton
          key={each}
          size="small"
          shape="circular"
          appearance={each === filter ? "primary" : "outline"}
          checked={each === filter}
          onClick={() => onFilter(each)}
        >
          {text.say(messages[`filter${each}`])} {text.number(counts[each])}
        </ToggleButton>
      ))}
    </div>
  );
}
