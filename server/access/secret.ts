import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const BYTES = 32;

/** The secret that signs tokens, kept in `folder` for its owner alone and made on first use. */
export async function loadSecret(folder: string): Promise<Uint8Array> {
  const file = join(folder, "token-secret");
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, randomBytes(BYTES).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = Buffer.from((await readFile(file, "utf8")).trim(), "base64url");
  if (secret.length < BYTES)
    throw new Error(`${file} is damaged. Delete it; a new one is made and people sign in anew.`);
  return secret;
}
