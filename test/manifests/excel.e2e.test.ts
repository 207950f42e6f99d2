import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCertificate } from "../support/certificate.ts";
import { startServer, type RunningServer } from "../support/running-server.ts";

const folder = mkdtempSync(join(tmpdir(), "saime-excel-"));
let ca: string;
let server: RunningServer;

beforeAll(async () => {
  const certificate = await makeCertificate(folder, "localhost", ["localhost", "127.0.0.1"]);
  ca = certificate.caPem;
  server = await startServer(
    { SAIME_TLS_CERT: certificate.cert, SAIME_TLS_KEY: certificate.key },
    { tool: "excel", scheme: "https" },
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}
function get(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { ca }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("npm run excel serves the pane and the office.js it names over https, and lets Excel frame it", async () => {
  const page = await get(`${server.url}/taskpane.html`);
  expect(page.status).toBe(200);
  expect(page.headers["content-type"]).toMatch(/^text\/html/);
  expect(page.headers["x-frame-options"]).toBeUndefined();
  expect(page.headers["content-security-policy"]).toMatch(/frame-ancestors [^;]*officeapps\.live\.com/);
  expect(page.headers["cache-control"]).toBe("no-store");
  const office = /src="([^"]*office\.js)"/.exec(page.body.toString())?.[1];
  expect((await get(new URL(office ?? "nothing", `${server.url}/taskpane.html`).href)).status).toBe(200);
});

test("every address in the manifest that it wrote answers", async () => {
  // The port is a free one of this test; the path is told among the steps.
  const told = /its manifest is (.+)$/m.exec(server.log())?.[1] ?? "";
  const xml = readFileSync(told, "utf8");
  const addresses = new Set([...xml.matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, address]) => address ?? ""));
  expect(addresses.size).toBeGreaterThan(10);
  for (const address of addresses) {
    expect(address.startsWith(server.url), address).toBe(true);
    const { status, headers } = await get(address);
    expect(status, address).toBe(200);
    if (address.endsWith(".png")) expect(headers["content-type"], address).toBe("image/png");
  }
});

test("the steps for the web, Windows and Mac are told", () => {
  for (const step of ["Excel on the web", "Windows", "Mac", "docs/excel.md"]) expect(server.log()).toContain(step);
  expect(readFileSync(fileURLToPath(new URL("../../docs/excel.md", import.meta.url)), "utf8")).toContain(
    "npm run excel",
  );
});
