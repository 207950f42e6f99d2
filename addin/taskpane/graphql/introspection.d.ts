/* eslint-disable */
/* prettier-ignore */

export type introspection_types = {
    'Boolean': unknown;
    'Date': unknown;
    'DateTime': unknown;
    'HistoryChange': { kind: 'OBJECT'; name: 'HistoryChange'; fields: { 'column': { name: 'column'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'from': { name: 'from'; type: { kind: 'SCALAR'; name: 'Json'; ofType: null; } }; 'to': { name: 'to'; type: { kind: 'SCALAR'; name: 'Json'; ofType: null; } }; }; };
    'HistoryEntry': { kind: 'OBJECT'; name: 'HistoryEntry'; fields: { 'at': { name: 'at'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null; }; } }; 'batch': { name: 'batch'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; 'by': { name: 'by'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'changes': { name: 'changes'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'HistoryChange'; ofType: null; }; }; }; } }; 'kind': { name: 'kind'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'HistoryKind'; ofType: null; }; } }; 'version': { name: 'version'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null; }; } }; }; };
    'HistoryKind': { name: 'HistoryKind'; enumValues: 'CREATE' | 'CHANGE' | 'RETIRE' | 'RESTORE' | 'UNDO'; };
    'ID': unknown;
    'Int': unknown;
    'Json': unknown;
    'Language': { name: 'Language'; enumValues: 'lv' | 'en'; };
    'Me': { kind: 'OBJECT'; name: 'Me'; fields: { 'institution': { name: 'institution'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'name': { name: 'name'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'person': { name: 'person'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; 'roles': { name: 'roles'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null; }; }; }; } }; }; };
    'Mutation': { kind: 'OBJECT'; name: 'Mutation'; fields: { 'push': { name: 'push'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PushAnswer'; ofType: null; }; } }; 'signIn': { name: 'signIn'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignedIn'; ofType: null; }; } }; 'undo': { name: 'undo'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'UndoAnswer'; ofType: null; }; } }; }; };
    'PushAnswer': { kind: 'OBJECT'; name: 'PushAnswer'; fields: { 'batch': { name: 'batch'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; 'dryRun': { name: 'dryRun'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; } }; 'json': { name: 'json'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'RawJson'; ofType: null; }; } }; 'part': { name: 'part'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null; }; } }; 'repeated': { name: 'repeated'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; } }; }; };
    'PushRowInput': { kind: 'INPUT_OBJECT'; name: 'PushRowInput'; isOneOf: false; inputFields: [{ name: 'row'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; }; defaultValue: null }, { name: 'base'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null; }; defaultValue: null }, { name: 'cells'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Json'; ofType: null; }; }; defaultValue: null }, { name: 'retire'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; defaultValue: null }]; };
    'Query': { kind: 'OBJECT'; name: 'Query'; fields: { 'history': { name: 'history'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'HistoryEntry'; ofType: null; }; }; }; } }; 'me': { name: 'me'; type: { kind: 'OBJECT'; name: 'Me'; ofType: null; } }; 'pull': { name: 'pull'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'RawJson'; ofType: null; }; } }; 'registers': { name: 'registers'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'RegisterInfo'; ofType: null; }; }; }; } }; 'signInChoices': { name: 'signInChoices'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignInChoice'; ofType: null; }; }; }; } }; }; };
    'RawJson': unknown;
    'RegisterInfo': { kind: 'OBJECT'; name: 'RegisterInfo'; fields: { 'key': { name: 'key'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'label': { name: 'label'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Words'; ofType: null; }; } }; 'mayCreate': { name: 'mayCreate'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; } }; 'mayEdit': { name: 'mayEdit'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; } }; 'mayRetire': { name: 'mayRetire'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null; }; } }; 'rows': { name: 'rows'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null; }; } }; }; };
    'Role': { name: 'Role'; enumValues: 'STATE_LEAD' | 'SECTOR_LEAD' | 'MUNICIPALITY_LEAD' | 'SERVICE_PORTFOLIO_OWNER' | 'SERVICE_OWNER' | 'SERVICE_PROVIDER' | 'FRONT_OFFICE' | 'RESOURCE_PORTFOLIO_OWNER' | 'RESOURCE_OWNER' | 'RESOURCE_USER' | 'RECIPIENT' | 'PROCESS_MANAGER'; };
    'SignInChoice': { kind: 'OBJECT'; name: 'SignInChoice'; fields: { 'institution': { name: 'institution'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'name': { name: 'name'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'person': { name: 'person'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; 'roles': { name: 'roles'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'LIST'; name: never; ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null; }; }; }; } }; }; };
    'SignedIn': { kind: 'OBJECT'; name: 'SignedIn'; fields: { 'expiresAt': { name: 'expiresAt'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null; }; } }; 'token': { name: 'token'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; }; };
    'String': unknown;
    'UndoAnswer': { kind: 'OBJECT'; name: 'UndoAnswer'; fields: { 'batch': { name: 'batch'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; 'json': { name: 'json'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'RawJson'; ofType: null; }; } }; 'undoneBy': { name: 'undoneBy'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null; }; } }; }; };
    'Words': { kind: 'OBJECT'; name: 'Words'; fields: { 'en': { name: 'en'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; 'lv': { name: 'lv'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null; }; } }; }; };
};

/** An IntrospectionQuery representation of your schema.
 *
 * @remarks
 * This is an introspection of your schema saved as a file by GraphQLSP.
 * It will automatically be used by `gql.tada` to infer the types of your GraphQL documents.
 * If you need to reuse this data or update your `scalars`, update `tadaOutputLocation` to
 * instead save to a .ts instead of a .d.ts file.
 */
export type introspection = {
  name: never;
  query: "Query";
  mutation: "Mutation";
  subscription: never;
  types: introspection_types;
};

import * as gqlTada from "gql.tada";

declare module "gql.tada" {
  interface setupSchema {
    introspection: introspection;
  }
}
