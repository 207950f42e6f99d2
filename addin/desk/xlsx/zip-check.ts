import { XlsxError } from "./xlsx-error.ts";
import { countEntries, entriesOf } from "./zip.ts";

/** A file may be this large, and unpack to this much. */
const MAX_PACKED = 64 * 1024 * 1024;
const MAX_UNPACKED = 512 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

const COMPOUND = 0xd0cf11e0;

/**
 * Looks into the zip's directory before anything is unpacked: refuses what is no zip, and a small file that would
 * unpack to gigabytes. Throws {@link XlsxError}. A directory that lies about sizes is caught by the reader's own cap.
 */
export function checkZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > MAX_PACKED) throw new XlsxError("TOO_LARGE");
  // Encrypted workbooks, and the .xls of old, come in Microsoft's compound format.
  if (bytes.length >= 4 && view.getUint32(0) === COMPOUND) throw new XlsxError("PROTECTED");
  if (countEntries(bytes) > MAX_ENTRIES) throw new XlsxError("TOO_LARGE");
  let unpacked = 0;
  for (const entry of entriesOf(bytes)) {
    unpacked += entry.unpacked;
    if (unpacked > MAX_UNPACKED) throw new XlsxError("TOO_LARGE");
  }
}
