import { type UseCases } from "../schema/api/context.ts";
import { registersOf } from "./access/registers.ts";
import { type SignIn } from "./access/sign-in.ts";
import { type Store } from "./store/store.ts";
import { history } from "./sync/history.ts";
import { findRow, listRows } from "./sync/list.ts";
import { pull } from "./sync/pull.ts";
import { push } from "./sync/push.ts";
import { undo } from "./sync/undo.ts";

/** The server's use cases over a store, as the API calls them. */
export function useCases(store: Store, signIn: SignIn): UseCases {
  const list: UseCases["listRows"] = (actor, register, query) => listRows(store, actor, register, query);
  return {
    registers: (actor) => registersOf(actor, list),
    pull: (actor, register, since, bytes) => pull(store, actor, register, since, bytes),
    push: (actor, request) => push(store, actor, request),
    undo: (actor, register, batch) => undo(store, actor, register, batch),
    history: (actor, register, row) => history(store, actor, register, row),
    listRows: list,
    findRow: (actor, register, key) => findRow(store, actor, register, key),
    signInChoices: () => signIn.choices(),
    signIn: (person) => signIn.signIn(person),
  };
}
