import type { AdministrationService } from "../pages/administration/port.ts";
import type { ApiClient } from "./client.ts";
import { graphql } from "./tada.ts";

const TOKENS = graphql(`
  query ApiTokens {
    apiTokens {
      id
      name
      createdBy
      createdAt
      revokedAt
    }
  }
`);

const CREATE = graphql(`
  mutation CreateApiToken($name: String!) {
    createApiToken(name: $name) {
      token
    }
  }
`);

const REVOKE = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      id
    }
  }
`);

const ERASE = graphql(`
  mutation ErasePersonalData {
    erasePersonalData
  }
`);

/** What portfolio owners look after, behind the GraphQL API. */
export function createAdministration(api: ApiClient): AdministrationService {
  return {
    tokens: async (signal) => (await api.query(TOKENS, {}, signal)).apiTokens,
    createToken: async (name) => (await api.mutate(CREATE, { name })).createApiToken.token,
    revokeToken: async (id) => void (await api.mutate(REVOKE, { id })),
    erasePersonalData: async () => (await api.mutate(ERASE, {})).erasePersonalData,
  };
}
