import { X509Certificate, createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type * as DevCerts from "office-addin-dev-certs";

/** A certificate for https on localhost, PEM, and whether this machine's Excel and browsers trust it. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly trusted: boolean;
  /** What a person has to do for it to be trusted; empty when it is. */
  readonly advice: readonly string[];
}

type Tool = typeof DevCerts;

const DAY = 86_400_000;
const LIFETIME_DAYS = 365;
/** Where Microsoft's tool keeps its certificates; other add-ins of this person share them. */
const FOLDER = join(homedir(), ".office-addin-dev-certs");
const CA = join(FOLDER, "ca.crt");

/** Whether `cert` and `key` belong together, stand for localhost, and hold for another day after `now` (ms since 1970). */
export function isUsable(cert: string, key: string, now: number): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const begins = Date.parse(certificate.validFrom);
    const ends = Date.parse(certificate.validTo);
    return (
      certificate.checkPrivateKey(createPrivateKey(key)) &&
      certificate.checkHost("localhost") !== undefined &&
      begins <= now &&
      now + DAY < ends
    );
  } catch {
    return false;
  }
}

/** The certificate in `cert` and `key` (paths). Throws a sentence when it cannot serve localhost. */
export async function readCertificate(cert: string, key: string): Promise<Certificate> {
  const [certPem, keyPem] = await Promise.all([readFile(cert, "utf8"), readFile(key, "utf8")]).catch(
    (cause: unknown) => {
      throw new Error(`The certificate ${cert} or its key ${key} cannot be read.`, { cause });
    },
  );
  if (!isUsable(certPem, keyPem, Date.now())) {
    throw new Error(`The certificate ${cert} is not for localhost, has run out, or does not belong to the key ${key}.`);
  }
  return { cert: certPem, key: keyPem, trusted: true, advice: [] };
}

/**
 * The development certificate: the one made before while it holds, else a new one. On Windows and Mac its authority is
 * entered among the trusted ones of this person, who is asked; on Linux, where that takes the administrator and where
 * browsers keep lists of their own, the advice says how.
 */
export async function developmentCertificate(): Promise<Certificate> {
  const tool = await import("office-addin-dev-certs").catch((cause: unknown) => {
    throw new Error("The development certificate needs the development packages. Run: npm ci", { cause });
  });
  const [certPath, keyPath] = [join(FOLDER, "localhost.crt"), join(FOLDER, "localhost.key")];
  const read = () =>
    Promise.all([readFile(certPath, "utf8"), readFile(keyPath, "utf8")]).catch((): [string, string] => ["", ""]);
  let [cert, key] = await read();
  if (!isUsable(cert, key, Date.now())) {
    // A new authority under the old one's name would look installed although it is not.
    await tool.uninstallCaCertificate(false, false).catch(() => undefined);
    tool.deleteCertificateFiles();
    await tool.generateCertificates(CA, certPath, keyPath, LIFETIME_DAYS);
    [cert, key] = await read();
  }
  const failure = await trust(tool);
  return { cert, key, trusted: failure === null, advice: failure === null ? [] : advice(failure) };
}

async function trust(tool: Tool): Promise<string | null> {
  try {
    if (tool.isCaCertificateInstalled()) return null;
    if (process.platform === "linux") return "it takes the administrator";
    await tool.installCaCertificate(CA);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

function advice(failure: string): string[] {
  const first = `The development certificate is not trusted on this machine yet (${failure}).`;
  if (process.platform !== "linux") return [first, "Run again and agree when the system asks."];
  return [
    first,
    "For the whole system:  sudo sh node_modules/office-addin-dev-certs/scripts/install_linux.sh " + CA,
    `For one browser:       import ${CA} among its certificate authorities,`,
    "                       or open the address below once and accept the certificate.",
  ];
}
