import { WireObject } from "./wire.ts";

/** One of Office's own services: no object of Excel's, and described by no metadata. */
export abstract class Service extends WireObject {
  override get isService(): boolean {
    return true;
  }
}
