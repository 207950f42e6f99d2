import { SaimeError } from "../../messages/errors.ts";
import type { Register } from "../../registers/register.ts";
import { isUuid } from "../../sync/uuid.ts";
import { builder } from "../builder.ts";
import { signedIn } from "../guard.ts";
import { term } from "../term.ts";
import { conditionsOf, filterRef } from "./filter.ts";
import { manyField, oneField } from "./names.ts";
import { optionEnums } from "./options.ts";
import { orderOf, orderRef } from "./order.ts";
import { connectionOf, windowOf } from "./paging.ts";
import { addIntents } from "./intents.ts";
import { rowRef } from "./row.ts";
import { addAllowedTransitions } from "./steps.ts";

/** Everything a register has in the API beside `pull` and `push`: its type, and the queries for one row and for many. */
export function addRegister(register: Register): void {
  const options = optionEnums(register);
  const row = rowRef(register, options);
  addAllowedTransitions(register, row);
  addIntents(register, options);
  const filter = filterRef(register, options);
  const order = orderRef(register);
  const connection = builder.connectionObject(
    {
      type: row,
      name: `${register.type}Connection`,
      description: `A page of "${register.key}".`,
      fields: (t) => ({
        totalCount: t.int({
          description: "How many rows the filter lets through, on all pages.",
          resolve: (page) => (page as { totalCount?: number }).totalCount ?? 0,
        }),
      }),
    },
    { name: `${register.type}Edge` },
  );

  builder.queryField(oneField(register), (t) =>
    t.field({
      type: row,
      nullable: true,
      description: `${term(register.one)}, by id or by code; null when there is none.`,
      args: { id: t.arg.id(), code: t.arg.string() },
      resolve: async (_root, { id, code }, context) => {
        const actor = signedIn(context);
        if ((id == null) === (code == null)) throw new SaimeError("BAD_REQUEST", 'Give either "id" or "code".');
        if (code != null) return context.use.findRow(actor, register.key, { code });
        return id != null && isUuid(id) ? context.use.findRow(actor, register.key, { id }) : null;
      },
    }),
  );

  builder.queryField(manyField(register), (t) =>
    t.connection(
      {
        type: row,
        description: `${term(register.label)}, in pages of at most 1,000.`,
        args: {
          filter: t.arg({ type: filter }),
          orderBy: t.arg({ type: [order] }),
          includeRetired: t.arg.boolean({ required: true, defaultValue: false }),
        },
        resolve: async (_root, { filter: asked, orderBy, includeRetired, ...page }, context) => {
          const actor = signedIn(context);
          const order = orderOf(register, orderBy);
          const window = windowOf(page, order);
          const found = await context.use.listRows(actor, register.key, {
            where: conditionsOf(register, asked),
            orderBy: order,
            includeRetired,
            ...window,
          });
          return connectionOf(found, window, order);
        },
      },
      connection,
    ),
  );
}
