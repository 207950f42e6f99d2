import { makeStyles, tokens } from "@fluentui/react-components";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { useText } from "../../app/TextContext.tsx";
import { Gaps } from "./Gaps.tsx";
import type { MaturityView } from "./port.ts";
import { useItemStyles } from "./styles.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  readonly view: MaturityView;
  readonly open: (register: RegisterKey) => void;
}

/** What stands between the institution and the next level, process by process. */
export function NextLevel({ view, open }: Props) {
  const text = useText();
  const styles = useStyles();
  const items = useItemStyles();
  const { nextLevel, processes } = view;
  if (nextLevel === null) return <p className={items.note}>{text.say(messages.highest)}</p>;
  const missing = processes.filter(({ inPlace, mandatoryFor }) => !inPlace && mandatoryFor.includes(nextLevel));
  return (
    <section className={styles.root} aria-labelledby="maturity-next">
      <h2 id="maturity-next" className={styles.title}>
        {text.say(messages.missingFor, { level: nextLevel })}
      </h2>
      <ul className={items.list}>
        {missing.map(({ process, label, missing: gaps }) => (
          <li key={process} className={items.item}>
            <h3 className={items.name}>{label}</h3>
            <Gaps missing={gaps} open={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}
