const SIGNATURE = "89504e470d0a1a0a";

/** Width and height in pixels that the PNG `file` itself tells. Throws where the bytes are no PNG. */
export function pngSize(file: Buffer): { readonly width: number; readonly height: number } {
  if (file.subarray(0, 8).toString("hex") !== SIGNATURE || file.subarray(12, 16).toString("latin1") !== "IHDR") {
    throw new Error("The file is no PNG.");
  }
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
