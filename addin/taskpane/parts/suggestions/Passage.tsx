import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere" },
});

/** A part of a longer text under its name, which is no heading, for it stands at any depth; nothing where there is no text. */
export function Passage({ heading, text }: { readonly heading: string; readonly text: string | null }) {
  const styles = useStyles();
  if (text === null || text === "") return null;
  return (
    <div>
      <p className={styles.heading}>{heading}</p>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
