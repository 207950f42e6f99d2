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

/** A refused operation. The model is as it was before. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.name = "ModelError";
    this.code = code;
  }
}

export const notFound = (what = "The requested resource doesn't exist."): ModelError =>
  new ModelError("ItemNotFound", what);
export const badArgument = (what = "The argument is invalid or missing or has an incorrect format."): ModelError =>
  new ModelError("InvalidArgument", what);
export const refused = (what: string): ModelError => new ModelError("InvalidOperation", what);
export const exists = (what = "A resource with the same name or identifier already exists."): ModelError =>
  new ModelError("ItemAlreadyExists", what);
