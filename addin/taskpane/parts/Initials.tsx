import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: "inline-grid",
    placeItems: "center",
    width: "32px",
    height: "32px",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    "::before": { content: "attr(data-letters)" },
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
  },
});

/**
 * First letters of the first and the last name. They are painted, not written: the name itself stands beside them or is
 * the label, and speech control is not to look for a button called “MB”.
 */
export function Initials({ name }: { readonly name: string }) {
  const styles = useStyles();
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? "")][0] ?? "");
  return <span aria-hidden="true" className={styles.root} data-letters={letters.join("").toLocaleUpperCase("lv")} />;
}
