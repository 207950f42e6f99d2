import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { officeJs } from "../../server/http/office-js.ts";

const HERE = import.meta.dirname;

/** The built desk with office.js and a tiny add-in page, without Saime's own server: what the desk alone needs. */
export async function startDesk(
  folder = join(HERE, "../../dist"),
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const dist = sirv(folder, { etag: true });
  const office = officeJs();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const missing = (): void => void response.writeHead(404).end();
    if (path.startsWith("/office-js/")) void office(request, response, path.slice("/office-js/".length)).catch(missing);
    else if (path === "/test-pane.html")
      void readFile(join(HERE, "test-pane.html")).then((page) =>
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page),
      );
    else dist(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
