import { ServerError } from "../../../addin/sync/server.ts";
import type { AdministrationService, ApiToken } from "../../../addin/taskpane/pages/administration/port.ts";
import type { Scenario } from "./scenario.ts";

/** Two tokens, one of them revoked. */
export function demoAdministration(scenario: Scenario): AdministrationService {
  const made = { createdBy: "Marta Bērziņa", createdAt: "2026-03-02T08:15:00Z" };
  let tokens: readonly ApiToken[] = [
    { id: "t1", name: "Zabbix uzraudzība", ...made, revokedAt: null },
    { id: "t2", name: "Vecā mērīšanas sistēma", ...made, revokedAt: "2026-09-01T12:00:00Z" },
  ];
  const answer = () => {
    if (scenario.fails) throw new ServerError(scenario.fails, "Demo failure");
  };
  return {
    async tokens() {
      answer();
      return tokens;
    },
    async createToken(name) {
      answer();
      tokens = [{ id: `t${tokens.length + 1}`, name, ...made, revokedAt: null }, ...tokens];
      return "saime_demo";
    },
    async revokeToken(id) {
      answer();
      tokens = tokens.map((token) => (token.id === id ? { ...token, revokedAt: "2026-11-21T08:00:00Z" } : token));
    },
    async erasePersonalData() {
      answer();
      return 12;
    },
  };
}
