import { type Server } from "node:http";
import { createServer } from "vite";
import { type Handler } from "../http/pages.ts";
import { ROOT } from "./prepare.ts";

/** Pages built as they are asked for, and anew when a source changes: Vite inside our own server, on its port. */
export async function developmentPages(server: Server): Promise<Handler> {
  const vite = await createServer({
    configFile: `${ROOT}/vite.config.ts`,
    server: { middlewareMode: true, ws: { server } },
  });
  server.once("close", () => void vite.close());
  return (request, response) =>
    new Promise((resolve, reject) => {
      response.once("close", resolve);
      vite.middlewares(request, response, (error?: unknown) => {
        if (error instanceof Error) return reject(error);
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.\n");
      });
    });
}
