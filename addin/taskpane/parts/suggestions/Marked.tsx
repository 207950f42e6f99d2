import { makeStyles, tokens } from "@fluentui/react-components";
import type { Piece } from "../../pages/knowledge/port.ts";

const useStyles = makeStyles({
  hit: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "underline",
    borderRadius: tokens.borderRadiusSmall,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A text with what meets the question marked. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  const styles = useStyles();
  return (
    <>
      {pieces.map(({ text, hit }, at) =>
        hit ? (
          <mark key={at} className={styles.hit}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </>
  );
}
