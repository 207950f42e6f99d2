import { makeStyles, Spinner, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({ root: { padding: tokens.spacingVerticalXXXL } });

/** Something is on its way; `label` says what. */
export function Waiting({ label }: { readonly label: string }) {
  const styles = useStyles();
  return <Spinner className={styles.root} label={label} labelPosition="below" />;
}
