import { Button, makeStyles, tokens, Tree, TreeItem, TreeItemLayout } from "@fluentui/react-components";
import { TableAddRegular } from "@fluentui/react-icons/svg/table-add";
import { useCallback } from "react";
import { record as messages } from "../../../i18n/messages/record.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { useRecords } from "../../records/RecordsContext.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { impactList } from "./impact-list.ts";
import { Part } from "./Part.tsx";
import { treeOf, type Branch } from "./tree.ts";

/** Hits drawn at most; a tree of thousands nobody follows. */
const DRAWN = 200;

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  tree: { minWidth: 0, overflow: "hidden" },
  name: { overflowWrap: "anywhere" },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
});

interface Props {
  readonly register: string;
  readonly row: string;
  /** What people call the record. */
  readonly name: string;
}

/** What goes down with what the record is about, as a tree; nothing at all for a record that is about no such thing. */
export function ImpactPart({ register, row, name }: Props) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  const { sheets } = useWorkbook();
  const work = useWork();
  const impact = useLoaded(
    useCallback((signal: AbortSignal) => records.impact(register, row, signal), [records, register, row]),
  );
  if (impact.failure) return <FailureNote failure={impact.failure} again={impact.reload} />;
  if (!impact.data) return null;
  const { hits } = impact.data;
  const found = impact.data;
  const tree = treeOf(found, DRAWN);
  return (
    <Part title={text.say(messages.impact)}>
      <p className={styles.quiet}>
        {hits.length === 0 ? text.say(messages.noImpact) : text.say(messages.impactOf, { count: hits.length })}
        {hits.length > DRAWN && ` ${text.say(messages.impactMore, { count: DRAWN })}`}
      </p>
      {hits.length > 0 && (
        <Tree
          className={styles.tree}
          aria-label={text.say(messages.impactTree)}
          size="small"
          defaultOpenItems={openAtFirst(tree, hits.length)}
        >
          {tree.map((branch) => (
            <Node key={branch.key} branch={branch} />
          ))}
        </Tree>
      )}
      {hits.length > 0 && (
        <div>
          <Button
            size="small"
            icon={<TableAddRegular />}
            disabledFocusable={work.running !== null}
            onClick={() => void work.run(messages.impactExporting, () => sheets.list(impactList(found, name, text)))}
          >
            {text.say(messages.impactExport)}
          </Button>
        </div>
      )}
    </Part>
  );
}

/** A tree of so many is taken in at once; of a larger one only what failed stands open. */
const SMALL = 20;

function openAtFirst(tree: readonly Branch[], hits: number): string[] {
  const all = (branch: Branch): string[] => [branch.key, ...branch.branches.flatMap(all)];
  return hits <= SMALL ? tree.flatMap(all) : tree.map(({ key }) => key);
}

function Node({ branch }: { readonly branch: Branch }) {
  const styles = useStyles();
  const { key, subject, branches } = branch;
  const leaf = branches.length === 0;
  return (
    <TreeItem itemType={leaf ? "leaf" : "branch"} value={key}>
      <TreeItemLayout>
        <span className={styles.name}>{subject.name}</span> <span className={styles.code}>{subject.code}</span>
      </TreeItemLayout>
      {!leaf && (
        <Tree>
          {branches.map((each) => (
            <Node key={each.key} branch={each} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
}
