import { afterEach, describe, expect, test } from "vitest";
import { type FakeOptions, type FakeServer, startFakeServer } from "../support/fake-server.ts";

let server: FakeServer | undefined;
async function start(options: FakeOptions = {}): Promise<FakeServer> {
  return (server = await startFakeServer(options));
}
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

const files = {
  "index.html": "<title>desk</title>",
  "taskpane.html": "<title>pane</title>",
  "assets/pane-a1b2c3.js": "export {};",
};

describe("the add-in's pages", () => {
  test("the desk is at /, the pane at /taskpane.html, neither is kept", async () => {
    const { url } = await start({ files });
    for (const [path, title] of [
      ["/", "desk"],
      ["/taskpane.html", "pane"],
      ["/taskpane.html?locale=lv-LV", "pane"],
    ] as const) {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toContain(title);
    }
  });

  test("files with a hash in their name are kept for ever", async () => {
    const { url } = await start({ files });
    const response = await fetch(`${url}/assets/pane-a1b2c3.js`);
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  test("Excel on the web may frame the pane, other sites may not", async () => {
    const { url } = await start({ files });
    const { headers } = await fetch(`${url}/taskpane.html`);
    expect(headers.get("x-frame-options")).toBeNull();
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/frame-ancestors 'self' .*https:\/\/\*\.officeapps\.live\.com/);
    expect(policy).not.toMatch(/frame-ancestors[^;]* \*( |;)/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("nothing outside the folder is given", async () => {
    const { url } = await start({ files });
    for (const path of ["/nothing.html", "/../package.json", "/%2e%2e/package.json", "/..%2f..%2fetc/passwd"]) {
      expect((await fetch(url + path)).status).toBe(404);
    }
    expect((await fetch(`${url}/%E0%A4%A`)).status).toBe(400);
  });

  test("before the add-in is built the answer says how to build it", async () => {
    const { url } = await start();
    const response = await fetch(url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });

  test("GraphiQL shows in development only, with nothing from outside", async () => {
    const html = { headers: { accept: "text/html" } };
    const { url } = await start({ development: true });
    const page = await fetch(`${url}/graphql`, html);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("Saime");
    expect(text).not.toMatch(/<(script|link)[^>]+(src|href)=["']?https?:/);
    await server?.close(0);
    const production = await start({ development: false });
    expect((await fetch(`${production.url}/graphql`, html)).status).toBe(405);
  });
});

describe("office.js", () => {
  test("what Excel asks for is served, open to the pane wherever it stands, and not asked for twice", async () => {
    const { url } = await start();
    for (const path of ["office.js", "excel-web-16.00.js", "en-us/office_strings.js", "lv-LV/office_strings.js"]) {
      const response = await fetch(`${url}/office-js/${path}`, { headers: { "accept-encoding": "br" } });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain("text/javascript");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("content-encoding")).toBe("br");
      expect((await response.text()).length).toBeGreaterThan(1_000);
      const again = await fetch(`${url}/office-js/${path}`, {
        headers: { "if-none-match": response.headers.get("etag") ?? "" },
      });
      expect(again.status).toBe(304);
    }
  });

  test("under its version it is kept for ever", async () => {
    const { version } = (await import("@microsoft/office-js/package.json", { with: { type: "json" } })).default;
    const { url } = await start();
    const response = await fetch(`${url}/office-js/${version}/office.js`);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  test("other Office programs' parts and other files are not served", async () => {
    const { url } = await start({ files });
    for (const path of ["word-web-16.00.js", "outlook-web-16.00.js", "../package.json", "%2e%2e/package.json", "x"]) {
      expect((await fetch(`${url}/office-js/${path}`)).status).toBe(404);
    }
  });

  test("the page that vouches for the desk over http is there", async () => {
    const { url } = await start();
    const page = await fetch(`${url}/office-js/AgaveErrorUX/index.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("hostUserTrusted:true");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  });
});

describe("/health", () => {
  test("says whether the database answers", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await server?.close(0);
    const ill = await start({ healthy: () => Promise.reject(new Error("gone")) });
    const response = await fetch(`${ill.url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "database does not answer" });
  });
});
