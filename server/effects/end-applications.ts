import { findRegister } from "../../schema/registers/catalogue.ts";
import { stateLabel, stateOf } from "../../schema/registers/lifecycle.ts";
import type { Register } from "../../schema/registers/register.ts";
import { loadRows } from "../store/rows.ts";
import type { StoredRow } from "../store/stored-row.ts";
import { act, type Act } from "./act.ts";
import type { Effect, Taken } from "./effect.ts";

/** Work on them is under way, or only their closing is left. */
const WORKED_ON = ["IN_PROGRESS", "PENDING", "FULFILLED"];

/** domain.md, section 5: an application closes with the record it opened. */
export const endApplications: Effect = async (acting, register, rows) => {
  const applications = findRegister("applications");
  if (!applications) return;
  const found = await loadRows(
    acting.sql,
    applications,
    "institution_id = $1 and opened = any($2::uuid[]) and state = any($3)",
    [acting.actor.institutionId, rows.map(({ id }) => id), WORKED_ON],
    "order by id for update",
  );
  const records = new Map(rows.map((row) => [row.id, row]));
  const ending = [...found.values()].flatMap((application): Act[] => {
    const record = records.get(String(application.cells["opened"]));
    return record ? [ended(register, record, application)] : [];
  });
  const left = await act(acting, applications, ending);
  // Rejecting is one step and closing what was rejected another; each is told in the log.
  const rejected = left.filter(({ cells }) => cells["state"] === "REJECTED");
  await act(acting, applications, rejected.map(closed));
};

const closed = (current: StoredRow): Act => ({ id: current.id, current, cells: { state: "CLOSED" } });

function ended(register: Register, record: Taken, application: StoredRow): Act {
  if (application.cells["state"] === "FULFILLED" || wasDone(record)) return closed(application);
  // The record's own reason may say what is none of the applicant's business.
  const { lv, en } = stateLabel(register, stateOf(register, record.after));
  const rejectReason = `${String(record.after[register.code.column])}: ${lv} / ${en}`;
  return { id: application.id, current: application, cells: { state: "REJECTED", rejectReason } };
}

/** Neither given up nor failed. */
const wasDone = ({ after }: Taken): boolean =>
  after["state"] === "CLOSED" && after["outcome"] !== "FAILED" && after["outcome"] !== "ROLLED_BACK";
