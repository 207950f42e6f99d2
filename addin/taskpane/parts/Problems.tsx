import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { SheetProblem } from "../../sync/service.ts";
import { useText } from "../app/TextContext.tsx";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props {
  readonly title: string;
  readonly body: string;
  readonly problems: readonly SheetProblem[];
}

/** What is wrong with a sheet as a whole. */
export function Problems({ title, body, problems }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {body}
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.column ?? ""}`}>{text.words(problem.message)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
