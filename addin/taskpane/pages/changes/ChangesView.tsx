import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { registers as registerMessages } from "../../../i18n/messages/registers.ts";
import { useText } from "../../app/TextContext.tsx";
import { useRights } from "../../data/WorkbookContext.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Problems } from "../../parts/Problems.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { ConflictsBar } from "./ConflictsBar.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { belongs, countByFilter, inOrder, type Filter } from "./filters.ts";
import { OwnColumns } from "./OwnColumns.tsx";
import { ReportBar } from "./ReportBar.tsx";
import { RowList } from "./RowList.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { useChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({ root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 } });

interface Props {
  readonly register: RegisterKey;
  readonly publishAsked: boolean;
  readonly onDone: () => void;
}

/** A register's unpublished edits: what to do with all of them, and each of them. */
export function ChangesView({ register, publishAsked, onDone }: Props) {
  const text = useText();
  const styles = useStyles();
  const desk = useChangeDesk(register);
  const rights = useRights(register);
  const [filter, setFilter] = useState<Filter>("ALL");
  const { data, failure, loading, reload } = desk.changes;
  const rows = data?.rows ?? [];
  const counts = countByFilter(rows);
  const shown = inOrder(rows.filter((row) => belongs(row, filter)));
  const mayPublish = !rights || rights.mayEdit || rights.mayCreate;
  return (
    <div className={styles.root}>
      <Toolbar
        register={register}
        desk={desk}
        rows={rows}
        mayPublish={mayPublish}
        publishAsked={publishAsked}
        onDone={onDone}
      />
      {desk.result && (
        <ReportBar
          register={register}
          result={desk.result}
          onShowRefused={() => setFilter("REFUSED")}
          onClose={desk.clearResult}
        />
      )}
      {!mayPublish && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.say(messages.readOnly)}</MessageBarBody>
        </MessageBar>
      )}
      {failure && <FailureNote failure={failure} again={reload} />}
      {data === null && loading && <Waiting label={text.say(messages.reading)} />}
      {data && data.problems.length > 0 && (
        <Problems
          title={text.say(registerMessages.problemsTitle)}
          body={text.say(registerMessages.problemsBody)}
          problems={data.problems}
        />
      )}
      {data && rows.length === 0 && data.problems.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title={text.say(messages.nothingTitle)}>
          {text.say(messages.nothing)}
        </EmptyState>
      )}
      {data?.unlisted !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.say(messages.unlisted, { count: data.unlisted })}</MessageBarBody>
        </MessageBar>
      )}
      {data?.own && <OwnColumns register={register} columns={data.own} desk={desk} />}
      {counts.CONFLICT > 0 && <ConflictsBar rows={rows} desk={desk} />}
      {rows.length > 0 && (
        <>
          <FilterBar counts={counts} filter={filter} onFilter={setFilter} />
          <RowList key={filter} register={register} rows={shown} desk={desk} onShowAll={() => setFilter("ALL")} />
        </>
      )}
    </div>
  );
}
