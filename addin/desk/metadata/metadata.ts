import json from "./excel-api.json" with { type: "json" };

/** The API set of a member: `1.9` for ExcelApi 1.9, else a set's whole name, "" when it came with its class. */
export type ApiSet = string;

export interface ApiClass {
  /** The type of a collection's items. */
  readonly item?: string;
  readonly properties: Readonly<Record<string, ApiSet>>;
  /** Properties that lead to another object: its type and the API set. */
  readonly navigation: Readonly<Record<string, readonly [type: string, set: ApiSet]>>;
  readonly methods: Readonly<Record<string, ApiSet>>;
  readonly events: Readonly<Record<string, ApiSet>>;
}

/** Excel's classes by name, members as TypeScript writes them (`rowCount`); on the wire they begin with a capital. */
export type ApiMetadata = Readonly<Record<string, ApiClass>>;

/** Excel's object model, generated from `@types/office-js` by `generate.ts`. */
export const EXCEL_API = json as unknown as ApiMetadata;

export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const scriptName = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);
