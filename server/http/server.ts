import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo } from "node:net";
import { type PublicKnowledge } from "../search/public.ts";
import { type Api, type Report } from "./api.ts";
import { answer, refuse } from "./answer.ts";
import { graphqlEndpoint, type GraphQLLimits } from "./graphql.ts";
import { SECURITY_HEADERS } from "./headers.ts";
import { OFFICE_JS, officeJs } from "./office-js.ts";
import { isKnowledgePage, knowledgePages } from "./knowledge/pages.ts";
import { type Handler, pages } from "./pages.ts";
import { isReportPage, type reportPages } from "./report/pages.ts";

export interface HttpOptions {
  readonly api: Api;
  /** Folder of the built add-in. */
  readonly dist: string;
  readonly development: boolean;
  /** Answers everything else in place of the built files: a development server that builds pages as they are asked for. */
  readonly pages?: (server: Server) => Promise<Handler>;
  /** What anybody may read, for the pages of `/knowledge`. */
  readonly knowledge: PublicKnowledge;
  /** Printable reports. */
  readonly reports?: ReturnType<typeof reportPages>;
  /** Whether the database answers; `/health` says so. */
  readonly healthy: () => Promise<boolean>;
  readonly report: Report;
  /** Certificate and key (PEM) for https. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  readonly limits?: GraphQLLimits;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, finishes those under way (for at most `patience` ms), then ends. */
  readonly close: (patience?: number) => Promise<void>;
}

/** Everything the server answers: `/graphql`, `/health`, `/office-js/…`, `/knowledge`, `/report`, and the add-in's pages. */
export async function createHttpServer(options: HttpOptions): Promise<Server> {
  const { api, dist, development, knowledge, reports, healthy, report, tls } = options;
  const graphql = graphqlEndpoint(api, development, options.limits);
  const office = officeJs();
  const publicPages = knowledgePages(knowledge);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const path = pathOf(request);
    if (path === null) return refuse(request, response, 400, "BAD_REQUEST", "The address cannot be read.");
    if (path === "/graphql") return graphql(request, response);
    if (path === "/health") return health(request, response, healthy);
    if (path.startsWith(OFFICE_JS)) return office(request, response, path.slice(OFFICE_JS.length));
    if (isKnowledgePage(path)) return publicPages(request, response, path);
    if (reports && isReportPage(path)) return reports(request, response, path);
    return page(request, response);
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      // A client that went away is no fault of ours and gets no answer.
      if (request.destroyed && !request.complete) return;
      report(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, "INTERNAL").catch(report);
    });
  };
  const server = tls ? createSecureServer({ cert: tls.cert, key: tls.key }, listener) : createServer(listener);
  const page = options.pages ? await options.pages(server) : pages(dist);
  server.headersTimeout = 30_000;
  server.requestTimeout = 300_000;
  return server;
}

function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return null;
  }
}

async function health(request: IncomingMessage, response: ServerResponse, healthy: () => Promise<boolean>) {
  const well = await healthy().catch(() => false);
  const body = Buffer.from(`${JSON.stringify({ status: well ? "ok" : "database does not answer" })}\n`);
  await answer(request, response, well ? 200 : 503, { "content-type": "application/json" }, body);
}

/** Starts listening. Throws a sentence that says what to do when the port is taken or not allowed. `port` 0 takes a free one. */
export async function listen(server: Server, port: number, host?: string): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, port), { cause: error })));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const scheme = "setSecureContext" in server ? "https" : "http";
  return {
    port: taken,
    url: `${scheme}://localhost:${taken}`,
    close: (patience = 10_000) => close(server, patience),
  };
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === "EACCES")
    return `Port ${port} needs the administrator's rights. Choose one above 1023: PORT=3000 npm start`;
  return `Cannot listen on port ${port}: ${message}`;
}

function close(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections kept alive become idle one by one as their last request ends.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const enough = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(enough);
      resolve();
    });
    server.closeIdleConnections();
  });
}
