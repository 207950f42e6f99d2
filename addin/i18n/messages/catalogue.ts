import type { Message } from "../message.ts";
import { calendar } from "./calendar.ts";
import { cells } from "./cells.ts";
import { changes } from "./changes.ts";
import { conflicts } from "./conflicts.ts";
import { ownColumns } from "./own-columns.ts";
import { overview } from "./overview.ts";
import { knowledge } from "./knowledge.ts";
import { kpi } from "./kpi.ts";
import { maturity } from "./maturity.ts";
import { publishing } from "./publishing.ts";
import { record } from "./record.ts";
import { registers } from "./registers.ts";
import { shell } from "./shell.ts";
import { signIn } from "./signIn.ts";
import { timers } from "./timers.ts";
import { work } from "./work.ts";
import { importing } from "../../taskpane/import/messages.ts";

/** Every message of the pane, for the tests that look over all of them; components import the group they need. */
export const catalogue: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  calendar,
  cells,
  changes,
  conflicts,
  importing,
  knowledge,
  kpi,
  maturity,
  overview,
  ownColumns,
  publishing,
  record,
  registers,
  shell,
  signIn,
  timers,
  work,
};
