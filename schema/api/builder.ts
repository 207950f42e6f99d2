import SchemaBuilder from "@pothos/core";
import RelayPlugin from "@pothos/plugin-relay";
import type { ApiContext } from "./context.ts";
import type { RawJson } from "./raw-json.ts";

/** Everything the API's types share: the request's context and the scalars. Types themselves stand one a file. */
export interface ApiTypes {
  Context: ApiContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    RawJson: { Input: never; Output: RawJson };
    Json: { Input: unknown; Output: unknown };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}

export const builder = new SchemaBuilder<ApiTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: true,
    cursorType: "String",
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
  },
});

/** {@link ApiTypes} as Pothos completes them; field builders that are handed about need the name. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Complete> ? Complete : never;

builder.queryType({});
builder.mutationType({});
