import { fillIn, type ValuesOf } from "../../i18n/message.ts";
import type { Words } from "../../../schema/registers/words.ts";
import { type Reason, REASONS } from "./reasons.ts";

/** The codes Excel itself answers with, so that the add-in meets the same ones in the desk. */
export type ModelErrorCode =
  | "InvalidArgument"
  | "InvalidOperation"
  | "ItemNotFound"
  | "ItemAlreadyExists"
  | "InvalidReference"
  | "OperationCellsExceedLimit"
  | "InsertDeleteConflict"
  | "GeneralException";

type Values = Readonly<Record<string, string | number>>;

/** A refused operation. The model is as it was before. `message` is the reason in English. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly reason: Reason;
  /** The reason in both languages. */
  readonly words: Words;
  constructor(code: ModelErrorCode, reason: Reason, values: Values = {}) {
    const say = (language: keyof Words): string => fillIn(REASONS[reason], language, values, String);
    super(say("en"));
    this.name = "ModelError";
    this.code = code;
    this.reason = reason;
    this.words = { lv: say("lv"), en: this.message };
  }
}

/** A reason with the values its text needs. */
type Said = { [R in Reason]: readonly [reason: R, ...values: ValuesOf<(typeof REASONS)[R]>] }[Reason];
const failing = (code: ModelErrorCode, [reason, values]: readonly [Reason, ...(readonly Values[])]): ModelError =>
  new ModelError(code, reason, values);

export const notFound = (): ModelError => failing("ItemNotFound", ["notFound"]);
export const refused = (...said: Said): ModelError => failing("InvalidOperation", said);
export const badArgument = (...said: Said | readonly []): ModelError =>
  failing("InvalidArgument", said.length === 0 ? ["badArgument"] : said);
export const exists = (...said: Said | readonly []): ModelError =>
  failing("ItemAlreadyExists", said.length === 0 ? ["exists"] : said);
