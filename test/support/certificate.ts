import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

export interface TestCertificate {
  /** Paths of PEM files. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

/** Makes a certificate of its own in `folder`, for `domains`, with an authority that nobody trusts. */
export async function makeCertificate(folder: string, name: string, domains: string[], days = 30) {
  const [ca, cert, key] = ["ca", "crt", "key"].map((end) => join(folder, `${name}.${end}`)) as [string, string, string];
  await generateCertificates(ca, cert, key, days, domains);
  const [caPem, certPem, keyPem] = [ca, cert, key].map((file) => readFileSync(file, "utf8")) as [
    string,
    string,
    string,
  ];
  return { ca, cert, key, caPem, certPem, keyPem } satisfies TestCertificate;
}
