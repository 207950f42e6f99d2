import { Link } from "@fluentui/react-components";
import { useItemStyles } from "./styles.ts";

interface Props {
  readonly label: string;
  readonly keys: readonly string[];
  readonly go: (key: string) => void;
}

/** Tasks or conditions by their short code, each leading to its place on the page. */
export function Codes({ label, keys, go }: Props) {
  const styles = useItemStyles();
  if (keys.length === 0) return null;
  return (
    <p className={styles.note}>
      {label}{" "}
      <span className={styles.codes}>
        {keys.map((key) => (
          <Link key={key} as="button" onClick={() => go(key)}>
            {key.replace("_", "-")}
          </Link>
        ))}
      </span>
    </p>
  );
}
