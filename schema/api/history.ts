import type { HistoryEntry } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";

type Change = HistoryEntry["changes"][number];

const HistoryKind = builder.enumType("HistoryKind", {
  description: "What happened to a row.",
  values: ["CREATE", "CHANGE", "RETIRE", "RESTORE", "UNDO"] as const satisfies readonly HistoryEntry["kind"][],
});

const HistoryChange = builder.objectRef<Change>("HistoryChange").implement({
  description: "One cell's change.",
  fields: (t) => ({
    column: t.exposeString("column"),
    from: t.expose("from", { type: "Json", nullable: true }),
    to: t.expose("to", { type: "Json", nullable: true }),
  }),
});

const HistoryEntryRef = builder.objectRef<HistoryEntry>("HistoryEntry").implement({
  description: "One change of a row: who, when, what.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "The version that the change made." }),
    at: t.expose("at", { type: "DateTime" }),
    by: t.exposeString("by", { description: "Name of the person." }),
    kind: t.expose("kind", { type: HistoryKind }),
    batch: t.exposeID("batch", { description: "The publish it came with." }),
    changes: t.expose("changes", { type: [HistoryChange] }),
  }),
});

builder.queryField("history", (t) =>
  t.field({
    type: [HistoryEntryRef],
    description: "Everything that happened to a row, as recorded.",
    args: { register: t.arg.string({ required: true }), row: t.arg.id({ required: true }) },
    resolve: (_root, { register, row }, context) => context.use.history(signedIn(context), register, uuid(row, "row")),
  }),
);
