import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCertificate, type TestCertificate } from "../../test/support/certificate.ts";
import { isUsable, readCertificate } from "./certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "saime-certificate-"));
const DAY = 86_400_000;
let own: TestCertificate;
let foreign: TestCertificate;
beforeAll(async () => {
  own = await makeCertificate(folder, "own", ["localhost", "127.0.0.1"]);
  foreign = await makeCertificate(folder, "foreign", ["saime.example.lv"]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a certificate for localhost serves with its key until a day before it ends", () => {
  const now = Date.now();
  expect(isUsable(own.certPem, own.keyPem, now)).toBe(true);
  expect(isUsable(own.certPem, own.keyPem, now + 30 * DAY)).toBe(false);
  expect(isUsable(own.certPem, own.keyPem, now - 400 * DAY)).toBe(false);
});

test("a certificate for another name, with another's key, or torn is not taken", () => {
  expect(isUsable(foreign.certPem, foreign.keyPem, Date.now())).toBe(false);
  expect(isUsable(own.certPem, foreign.keyPem, Date.now())).toBe(false);
  expect(isUsable(own.certPem.slice(0, 200), own.keyPem, Date.now())).toBe(false);
  expect(isUsable("", "", Date.now())).toBe(false);
});

test("files that are not there or not for localhost are refused with a sentence", async () => {
  await expect(readCertificate(own.cert, own.key)).resolves.toMatchObject({ trusted: true, cert: own.certPem });
  await expect(readCertificate(join(folder, "none.crt"), own.key)).rejects.toThrow(/cannot be read/);
  await expect(readCertificate(foreign.cert, foreign.key)).rejects.toThrow(/not for localhost/);
});
