import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compress, type Encoding, WORTH_COMPRESSING } from "./compress.ts";

const TEXT = /\.(js|css|html|json|svg|xml|map|txt)$/;
const SUFFIX: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

/**
 * Puts a compressed copy beside each text file under `folder`, where there is none or an older one. A folder that may
 * not be written to is left as it is: its files are then served as they are.
 */
export async function pressFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(file);
    if (size <= WORTH_COMPRESSING) continue;
    for (const encoding of ["br", "gzip"] as const) {
      const copy = file + SUFFIX[encoding];
      const made = await stat(copy).catch(() => null);
      if (made !== null && made.mtimeMs >= mtimeMs) continue;
      const pressed = await compress(await readFile(file), encoding, 5);
      if (
        !(await writeFile(copy, pressed).then(
          () => true,
          () => false,
        ))
      )
        return;
    }
  }
}
