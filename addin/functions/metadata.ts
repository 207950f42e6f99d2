import { FUNCTION_KEYS } from "../../schema/functions/asks.ts";
import type { Language } from "../../schema/registers/words.ts";
import { FUNCTIONS, type Parameter } from "./declarations.ts";

/** Excel's metadata file by language. Excel knows one text a file, so each language has its own; ids and names agree. */
export const METADATA_FILES: Readonly<Record<Language, string>> = { en: "functions.json", lv: "functions-lv.json" };

/** A function as Excel's metadata and the Microsoft 365 manifest describe it. */
export interface FunctionMetadata {
  /** Under which the code is associated. */
  readonly id: string;
  /** What a person types after the namespace. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly dimensionality: "scalar";
    readonly optional?: true;
  }[];
  readonly result: { readonly type: string; readonly dimensionality: "scalar" | "matrix" };
}

/** The functions in a language. */
export function functionsIn(language: Language): readonly FunctionMetadata[] {
  const parameter = ({ name, help, type, optional }: Parameter) => ({
    name,
    description: help[language],
    type,
    dimensionality: "scalar" as const,
    ...(optional && { optional }),
  });
  return FUNCTION_KEYS.map((key) => {
    const { help, parameters, result } = FUNCTIONS[key];
    return {
      id: key,
      name: key,
      description: help[language],
      parameters: parameters.map(parameter),
      result: { type: result.type, dimensionality: result.spills ? ("matrix" as const) : ("scalar" as const) },
    };
  });
}

/** The text of a metadata file. Every function may be cancelled: Excel does so when the person edits meanwhile. */
export function metadataFile(language: Language): string {
  const functions = functionsIn(language).map((each) => ({ ...each, options: { cancelable: true } }));
  return `${JSON.stringify({ functions }, null, 2)}\n`;
}
