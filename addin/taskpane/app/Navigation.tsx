import {
  Button,
  CounterBadge,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { shell } from "../../i18n/messages/shell.ts";
import { PAGES, type Page } from "./pane.ts";
import { useText } from "./TextContext.tsx";

const useStyles = makeStyles({
  nav: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflow: "hidden",
  },
  row: { display: "flex", minWidth: 0 },
  list: { minWidth: 0, flexWrap: "nowrap" },
  tab: { flexShrink: 0 },
  label: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  more: { alignSelf: "center", minWidth: tokens.spacingHorizontalXXXL },
});

interface Props {
  readonly page: Page;
  readonly go: (page: Page) => void;
  /** Rows with unpublished edits in the whole workbook. */
  readonly pending: number;
}

/** The pages as tabs; those that do not fit move into a menu. */
export function Navigation({ page, go, pending }: Props) {
  const text = useText();
  const styles = useStyles();
  // Labels change their width without a change of the pane's; another group makes each tab be measured anew.
  const widths = `${text.language} ${pending}`;
  return (
    <nav className={styles.nav} aria-label={text.say(shell.pages)}>
      <Overflow minimumVisible={2} padding={1}>
        <div className={styles.row}>
          <TabList
            className={styles.list}
            aria-label={text.say(shell.pages)}
            selectedValue={page}
            onTabSelect={(_event, { value }) => {
              const chosen = PAGES.find((known) => known === value);
              if (chosen) go(chosen);
            }}
          >
            {PAGES.map((each) => (
              <OverflowItem key={each} id={each} priority={each === page ? 2 : 1} groupId={widths}>
                <Tab id={`tab-${each}`} className={styles.tab} value={each} aria-controls="page">
                  <span className={styles.label}>
                    {text.say(shell[each])}
                    {each === "changes" && pending > 0 && <Pending count={pending} />}
                  </span>
                </Tab>
              </OverflowItem>
            ))}
          </TabList>
          <MorePages go={go} />
        </div>
      </Overflow>
    </nav>
  );
}

function Pending({ count }: { readonly count: number }) {
  const text = useText();
  return (
    <>
      <CounterBadge aria-hidden="true" count={count} overflowCount={999} size="small" color="brand" />
      <span className="visually-hidden">{text.say(shell.pendingRows, { count })}</span>
    </>
  );
}

function MorePages({ go }: Pick<Props, "go">) {
  const text = useText();
  const styles = useStyles();
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu hasIcons positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={(button: HTMLButtonElement | null) => {
            ref.current = button;
          }}
          appearance="transparent"
          className={styles.more}
          icon={<MoreHorizontalRegular />}
          aria-label={text.say(shell.morePages)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {PAGES.map((page) => (
            <MorePage key={page} page={page} go={go} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MorePage({ page, go }: { readonly page: Page; readonly go: (page: Page) => void }) {
  const text = useText();
  const visible = useIsOverflowItemVisible(page);
  if (visible) return null;
  return <MenuItem onClick={() => go(page)}>{text.say(shell[page])}</MenuItem>;
}
