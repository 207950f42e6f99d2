import { Checkbox, makeStyles } from "@fluentui/react-components";
import type { Options } from "../../../../../schema/registers/register.ts";
import { useText } from "../../../app/TextContext.tsx";

const useStyles = makeStyles({ root: { display: "grid" } });

interface Props {
  readonly options: Options;
  readonly label: string;
  /** The chosen keys, parted by `;`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Some of a closed list. */
export function Several({ options, value, onChange, label }: Props) {
  const text = useText();
  const styles = useStyles();
  const chosen = value.split(";").filter((key) => key !== "");
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {Object.entries(options).map(([key, option]) => (
        <Checkbox
          key={key}
          label={text.words(option.label)}
          checked={chosen.includes(key)}
          onChange={(_event, { checked }) =>
            onChange((checked ? [...chosen, key] : chosen.filter((each) => each !== key)).join(";"))
          }
        />
      ))}
    </div>
  );
}
