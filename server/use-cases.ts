import { type UseCases } from "../schema/api/context.ts";
import { createApiToken, listApiTokens, revokeApiToken } from "./access/api-tokens.ts";
import { registersOf } from "./access/registers.ts";
import { type SignIn } from "./access/sign-in.ts";
import { figures } from "./functions/figures.ts";
import { calendarYear } from "./calendar/year.ts";
import { Landscapes } from "./graph/cache.ts";
import { collisions } from "./graph/collisions.ts";
import { withWarnings } from "./graph/step-warnings.ts";
import { impact, impactOfRecord } from "./graph/subject-impact.ts";
import { links } from "./overview/links.ts";
import { overview } from "./overview/overview.ts";
import { maturity } from "./maturity/maturity.ts";
import { followedRecord } from "./effects/followed.ts";
import { emergencyPaperwork } from "./overview/paperwork.ts";
import { recurringIncidents } from "./overview/recurring.ts";
import { lookUp } from "./search/lookup.ts";
import { kpiResults } from "./results/page.ts";
import { kpiRows } from "./results/rows.ts";
import { kpiSeries } from "./results/series.ts";
import { searchKnowledge } from "./search/knowledge.ts";
import { suggest } from "./search/suggest.ts";
import { type Store } from "./store/store.ts";
import { timers } from "./timers/timers.ts";
import { erasePersonalData } from "./sync/erase-personal.ts";
import { history } from "./sync/history.ts";
import { findRow, listRows } from "./sync/list.ts";
import { pull } from "./sync/pull.ts";
import { push } from "./sync/push.ts";
import { steps } from "./sync/steps.ts";
import { undo } from "./sync/undo.ts";

/** The server's use cases over a store, as the API calls them. */
export function useCases(store: Store, signIn: SignIn): UseCases {
  const landscapes = new Landscapes();
  const list: UseCases["listRows"] = (actor, register, query) => listRows(store, actor, register, query);
  return {
    registers: (actor) => registersOf(store, actor),
    pull: (actor, register, since, bytes) => pull(store, actor, register, since, bytes),
    push: (actor, request) => push(store, actor, request),
    undo: (actor, register, batch) => undo(store, actor, register, batch),
    steps: async (actor, register, row) =>
      withWarnings(store, landscapes, actor, { register, row }, await steps(store, actor, register, row)),
    history: (actor, register, row) => history(store, actor, register, row),
    impact: (actor, subject) => impact(store, landscapes, actor, subject),
    impactOf: (actor, register, row) => impactOfRecord(store, landscapes, actor, register, row),
    collisions: (actor, change) => collisions(store, landscapes, actor, change),
    emergencyPaperwork: (actor) => emergencyPaperwork(store, actor),
    recurringIncidents: (actor) => recurringIncidents(store, actor),
    followedRecord: (actor, application) => followedRecord(store, actor, application),
    timers: (actor, register, row) => timers(store, actor, register, row),
    calendarYear: (actor, calendar, year) => calendarYear(store, actor, calendar, year),
    maturity: (actor) => maturity(store, actor),
    kpiSeries: (actor, ask) => kpiSeries(store, actor, ask),
    kpiResults: (actor, ask) => kpiResults(store, actor, ask),
    kpiRows: (actor, ask) => kpiRows(store, actor, ask),
    figures: (actor, asks) => figures(store, actor, asks),
    suggest: (actor, ask) => suggest(store, actor, ask),
    searchKnowledge: (actor, ask) => searchKnowledge(store, actor, ask),
    overview: (actor) => overview(store, landscapes, actor),
    links: (actor, register, row) => links(store, actor, register, row),
    lookUp: (actor, to, text) => lookUp(store, actor, to, text),
    listRows: list,
    findRow: (actor, register, key) => findRow(store, actor, register, key),
    erasePersonalData: (actor) => erasePersonalData(store, actor),
    apiTokens: (actor) => listApiTokens(store, actor),
    createApiToken: (actor, name) => createApiToken(store, actor, name),
    revokeApiToken: (actor, id) => revokeApiToken(store, actor, id),
    signInChoices: () => signIn.choices(),
    signIn: (person) => signIn.signIn(person),
  };
}
