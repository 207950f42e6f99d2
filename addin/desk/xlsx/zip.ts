import { XlsxError } from "./xlsx-error.ts";

/** A part of a zip as its directory tells of it. */
export interface ZipEntry {
  readonly path: string;
  /** 0 as it is, 8 deflated; others are not used by office files. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly at: number;
  /** Its record in the directory. */
  readonly record: Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
const utf8 = { in: new TextDecoder(), out: new TextEncoder() };

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** How many parts the zip's end record tells of. Throws {@link XlsxError} NOT_XLSX when it is no zip. */
export function countEntries(bytes: Uint8Array): number {
  return viewOf(bytes).getUint16(endOf(bytes) + 10, true);
}

/** The zip's directory. Nothing is unpacked. Throws {@link XlsxError} NOT_XLSX, DAMAGED. */
export function* entriesOf(bytes: Uint8Array): Iterable<ZipEntry> {
  const view = viewOf(bytes);
  const end = endOf(bytes);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new XlsxError("DAMAGED");
    const name = view.getUint16(at + 28, true);
    const next = at + 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    yield {
      path: utf8.in.decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      record: bytes.subarray(at, next),
    };
    at = next;
  }
}

/** The end record stands last, before a comment of at most 64 kB. */
function endOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new XlsxError("NOT_XLSX");
}

/** A part's text. */
export async function readText(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
  const start = dataAt(bytes, entry);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === STORED) return utf8.in.decode(packed);
  if (entry.method !== DEFLATED) throw new XlsxError("DAMAGED");
  return utf8.in.decode(await through(packed, new DecompressionStream("deflate-raw")));
}

/** Behind the local header, whose own name and extra field may be of other lengths than the directory's. */
function dataAt(bytes: Uint8Array, { at }: ZipEntry): number {
  const view = viewOf(bytes);
  if (at + 30 > bytes.length) throw new XlsxError("DAMAGED");
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

/** The same zip with other texts in some of its parts; all others are taken over as they are packed. */
export async function replaceTexts(bytes: Uint8Array, texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const entry of entriesOf(bytes)) {
    const text = texts.get(entry.path);
    const start = dataAt(bytes, entry);
    const record = entry.record.slice();
    let data = bytes.subarray(start, start + entry.packed);
    if (text !== undefined) {
      const unpacked = utf8.out.encode(text);
      data = await through(unpacked, new CompressionStream("deflate-raw"));
      const view = viewOf(record);
      view.setUint16(10, DEFLATED, true);
      view.setUint32(16, crc32(unpacked), true);
      view.setUint32(20, data.length, true);
      view.setUint32(24, unpacked.length, true);
    }
    // The sizes stand in the headers, so that none follows the data.
    viewOf(record).setUint16(8, viewOf(record).getUint16(8, true) & ~8, true);
    viewOf(record).setUint32(42, at, true);
    const header = localHeader(record);
    parts.push(header, data);
    records.push(record);
    at += header.length + data.length;
  }
  const end = bytes.slice(endOf(bytes));
  viewOf(end).setUint32(
    12,
    records.reduce((sum, record) => sum + record.length, 0),
    true,
  );
  viewOf(end).setUint32(16, at, true);
  return new Uint8Array(await new Blob([...parts, ...records, end] as BlobPart[]).arrayBuffer());
}

/** The local header that says what a directory's record says. */
function localHeader(record: Uint8Array): Uint8Array {
  const name = viewOf(record).getUint16(28, true);
  const header = new Uint8Array(30 + name);
  viewOf(header).setUint32(0, LOCAL, true);
  // From the version it takes to unpack it to the length of its name, both have the same fields.
  header.set(record.subarray(6, 30), 4);
  header.set(record.subarray(46, 46 + name), 30);
  return header;
}

async function through(bytes: Uint8Array, by: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(by);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}
