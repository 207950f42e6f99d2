import { type IncomingMessage, type ServerResponse } from "node:http";
import { type ErrorCode } from "../../schema/messages/errors.ts";
import { compress, encodingOf, WORTH_COMPRESSING } from "./compress.ts";
import { sentence } from "./errors.ts";
import { languageOf } from "./language.ts";

export type Headers = Readonly<Record<string, string>>;

/** Ends the response with `body`, whole or in parts, compressed where the client takes it and it pays. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Buffer | readonly Buffer[],
): Promise<void> {
  const parts = Buffer.isBuffer(body) ? [body] : body;
  const length = lengthOf(parts);
  const encoding = length > WORTH_COMPRESSING ? encodingOf(request.headers["accept-encoding"]) : null;
  const content = encoding === null ? parts : [await compress(Buffer.concat(parts), encoding)];
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    "cache-control": "no-store",
    vary: "Accept-Encoding",
    ...headers,
    ...(encoding === null ? {} : { "content-encoding": encoding }),
    "content-length": lengthOf(content),
  });
  // Large parts go out as they are: to join them would be one more copy.
  if (request.method !== "HEAD") for (const part of content) response.write(part);
  response.end();
}

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);

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
