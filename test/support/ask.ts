/** A GraphQL answer as a test reads it. */
export interface Answered<Data = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Data;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface Asking {
  readonly variables?: object;
  readonly token?: string | undefined;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a query or mutation over HTTP. `data` is null-like where the whole answer is an error; `errors` is never missing. */
export async function ask<Data = Record<string, unknown>>(
  url: string,
  query: string,
  { variables, token, language, headers }: Asking = {},
): Promise<Answered<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(language === undefined ? {} : { "accept-language": language }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data: Data; errors?: Answered["errors"] };
  return { status: response.status, headers: response.headers, text, data, errors: errors ?? [] };
}
