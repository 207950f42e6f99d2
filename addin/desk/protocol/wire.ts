/**
 * An object office.js can hold a path to. Its members carry their names on the wire (`RowCount`, `GetCell`); the
 * executor calls no member that Excel's metadata does not know.
 */
export abstract class WireObject {
  /** The class's name in Excel's object model. */
  abstract readonly wireType: string;
  /** Set while office.js keeps a reference to this object. */
  _ReferenceId?: string;
  /** Ranges: office.js keeps a reference to them over its syncs. */
  get trackable(): boolean {
    return false;
  }
  /** Objects of Office's own services, that Excel's metadata does not describe. */
  get isService(): boolean {
    return false;
  }
}

/** A collection: what `load` answers as its items. */
export interface WireCollection {
  wireItems(): readonly WireObject[];
}

export const isCollection = (object: object): object is WireCollection => "wireItems" in object;

/** An error as office.js shows it to the add-in. */
export class WireError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "WireError";
    this.code = code;
  }
}

export const notImplemented = (what: string): WireError =>
  new WireError("ApiNotFound", `This host does not implement ${what}.`);
