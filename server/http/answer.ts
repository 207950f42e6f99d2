import { type IncomingMessage, type ServerResponse } from "node:http";
import { type ErrorCode } from "../../schema/messages/errors.ts";
import { compress, encodingOf, WORTH_COMPRESSING } from "./compress.ts";
import { sentence } from "./errors.ts";
import { languageOf } from "./language.ts";

export type Headers = Readonly<Record<string, string>>;

/** Ends the response with `body`, compressed where the client takes it and it pays. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Buffer,
): Promise<void> {
  const encoding = body.length > WORTH_COMPRESSING ? encodingOf(request.headers["accept-encoding"]) : null;
  const content = encoding === null ? body : await compress(body, encoding);
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    "cache-control": "no-store",
    vary: "Accept-Encoding",
    ...headers,
    ...(encoding === null ? {} : { "content-encoding": encoding }),
    "content-length": content.length,
  });
  response.end(request.method === "HEAD" ? undefined : content);
}

/** Refuses a request before GraphQL sees it, in the shape of a GraphQL answer so that one reader understands both. */
export async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  detail = "",
  headers: Headers = {},
): Promise<void> {
  const message = sentence(code, languageOf(request.headers["accept-language"]), detail);
  const body = Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
  await answer(request, response, status, { "content-type": "application/json; charset=utf-8", ...headers }, body);
}
