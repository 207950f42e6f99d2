import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import { PROCESSES } from "./process-list.ts";
import { processes } from "./processes.ts";
import type { Row } from "./register.ts";

describe("processes", () => {
  // The guide's table 3, typed apart from the declaration: levels 2, 3, 4, 5.
  const table = `
    Pieteikumu pārvaldība                      O O O O
    Pakalpojumu pieprasījumu pārvaldība        O O O O
    Incidentu pārvaldība                       - V O O
    Problēmu pārvaldība                        - V O O
    Izmaiņu pārvaldība                         - V O O
    Konfigurāciju pārvaldība                   V O O O
    Pakalpojumu līmeņu pārvaldība              V O O O
    Pakalpojumu resursu ietilpības pārvaldība  - - V O
    Pieejamības pārvaldība                     - - V O
    Pakalpojumu nepārtrauktības pārvaldība     - - V O
    Pakalpojumu finanšu pārvaldība             - - V O
    Pakalpojumu nepārtraukta uzlabošana        - V V O`;
  it(rule("PROCESSES_TWELVE"), () => {
    const declared = Object.values(PROCESSES).map(
      ({ label, levels }) => `${label.lv} ${levels.map((mark) => mark ?? "-").join(" ")}`,
    );
    const lines = table.trim().split("\n");
    expect(lines).toHaveLength(12);
    expect(declared).toEqual(lines.map((line) => line.trim().replace(/ +/g, " ")));
    expect(Object.keys(processes.columns.process.options)).toEqual(Object.keys(PROCESSES));
  });

  it(rule("PROCESS_ONCE"), () => {
    const row: Row = { process: "INCIDENTS", state: "CURRENT" };
    const by = asker(["SERVICE_PORTFOLIO_OWNER"], { ONE_PER_PROCESS: { names: "PR-0003" } });
    const [refusal, ...more] = checkRow(processes, null, row, by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "PROCESS_ONCE", column: "process" });
    expect(refusal?.message.en).toContain("PR-0003");
    expect(refused(processes, row, { ...row, state: "RETIRED", endReason: "Divreiz." }, by)).toEqual([]);
  });

  it("a manager keeps the process but does not end it", () => {
    const row: Row = { process: "INCIDENTS", state: "CURRENT", manager: "me" };
    const by = asker(["PROCESS_MANAGER"]);
    expect(refused(processes, row, { ...row, description: "x" }, by)).toEqual([]);
    expect(refused(processes, row, { ...row, state: "RETIRED", endReason: "x" }, by)).toEqual(["STEP_FORBIDDEN state"]);
  });
});
