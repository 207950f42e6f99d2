import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  brand: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground1,
  },
  mark: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});

/** The name with its mark: rows of a sheet that make an S. */
export function Brand() {
  const styles = useStyles();
  return (
    <span className={styles.brand}>
      <svg className={styles.mark} width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" fill="currentColor">
        <rect x="5" y="2" width="15" height="5" rx="1.5" />
        <rect x="2" y="8.5" width="18" height="5" rx="1.5" opacity="0.55" />
        <rect x="2" y="15" width="15" height="5" rx="1.5" />
      </svg>
      Saime
    </span>
  );
}
