import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Api } from "./api.ts";
import { answer, refuse } from "./answer.ts";
import { RawJsonSlots } from "../../schema/api/raw-json.ts";
import { readBody } from "./body.ts";

export interface GraphQLLimits {
  /** Bytes of a request. */
  readonly body: number;
  /** Milliseconds until the client is told that no answer came in time. */
  readonly deadline: number;
}
export const GRAPHQL_LIMITS: GraphQLLimits = { body: 32 * 1024 * 1024, deadline: 120_000 };

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const FORWARDED = ["authorization", "accept-language", "accept", "content-type"] as const;

/**
 * `/graphql` under node:http. Only a POST of application/json is carried out: a page of another origin cannot send
 * one without asking first, and we never say yes. In development a browser that opens the address gets GraphiQL.
 */
export function graphqlEndpoint(api: Api, development: boolean, limits: GraphQLLimits = GRAPHQL_LIMITS) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const browsing = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (development && browsing) {
      const raw = new RawJsonSlots();
      return send(request, response, await api.fetch(fetchRequest(api, request, null), { raw }), raw);
    }
    if (request.method !== "POST") {
      return refuse(request, response, 405, "BAD_REQUEST", "Send a POST.", { allow: "POST" });
    }
    if (!JSON_TYPE.test(request.headers["content-type"] ?? "") || request.headers["content-encoding"] !== undefined) {
      request.resume();
      return refuse(request, response, 415, "BAD_REQUEST", "Send application/json, not compressed.");
    }
    const body = await readBody(request, limits.body);
    if (body === null) {
      const most = `(${Math.floor(limits.body / (1024 * 1024))} MB)`;
      return refuse(request, response, 413, "TOO_LARGE", most, { connection: "close" });
    }
    const late = deadline(limits.deadline);
    const raw = new RawJsonSlots();
    try {
      const asked = fetchRequest(api, request, body.toString("utf8"));
      const reply = await Promise.race([api.fetch(asked, { raw }), late.passed]);
      if (reply === null) return await refuse(request, response, 504, "TIMEOUT");
      await send(request, response, reply, raw);
    } finally {
      late.cancel();
    }
  };
}

function fetchRequest(api: Api, request: IncomingMessage, body: string | null): Request {
  const headers: Record<string, string> = {};
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const url = `http://${request.headers.host ?? "localhost"}/graphql`;
  return new api.fetchAPI.Request(url, { method: request.method ?? "GET", headers, body });
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Response,
  raw: RawJsonSlots,
): Promise<void> {
  const parts = raw.splice(await reply.text());
  const body = parts.map((part) =>
    typeof part === "string" ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  await answer(request, response, reply.status, Object.fromEntries(reply.headers), body);
}

function deadline(milliseconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
    timer.unref();
  });
  return { passed, cancel: () => clearTimeout(timer) };
}
