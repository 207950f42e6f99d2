import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    justifyItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  icon: { fontSize: "40px", lineHeight: 1, color: tokens.colorBrandForeground1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { margin: 0, maxWidth: "40ch", color: tokens.colorNeutralForeground2 },
  action: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  /** 1 where there is no other heading on the page. */
  readonly level?: 1 | 2;
  /** What to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show, and why that is, and what to do about it. */
export function EmptyState({ icon, title, level = 2, children, action }: Props) {
  const styles = useStyles();
  const Heading = `h${level}` as const;
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.body}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
