import { XlsxError } from "./xlsx-error.ts";

/** A file may be this large, and unpack to this much. */
const MAX_PACKED = 64 * 1024 * 1024;
const MAX_UNPACKED = 512 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
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
  const end = findEnd(view);
  if (end < 0) throw new XlsxError("NOT_XLSX");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entries > MAX_ENTRIES) throw new XlsxError("TOO_LARGE");
  let unpacked = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new XlsxError("DAMAGED");
    unpacked += view.getUint32(at + 24, true);
    if (unpacked > MAX_UNPACKED) throw new XlsxError("TOO_LARGE");
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The directory's end record stands last, before a comment of at most 64 kB. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}
