import { initGraphQLTada } from "gql.tada";
import type { introspection } from "../graphql-env.d.ts";

/** Documents are typed from the schema; a field that the API has not is a compile error. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { RawJson: unknown; Json: unknown; Date: string; DateTime: string };
}>();
