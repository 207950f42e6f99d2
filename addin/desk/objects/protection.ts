import { WireObject } from "../protocol/wire.ts";

/** Nothing is ever protected in the desk: it can be asked, `protect` is refused as not implemented. */
export class ProtectionObject extends WireObject {
  readonly wireType = "WorksheetProtection";
  readonly Protected = false;
}
