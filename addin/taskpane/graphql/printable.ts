import { ServerError } from "../../sync/server.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { Audience } from "../../../schema/measuring/audiences.ts";

export interface PrintableOptions {
  readonly token: () => string | null;
  readonly language: () => Language;
}

/** Asks the server for a printable report and tells its address, which is good for five minutes. Throws ServerError. */
export function createPrintable({ token, language }: PrintableOptions) {
  return async (audience: Audience | null, until: string, signal?: AbortSignal): Promise<string> => {
    const asked = new URLSearchParams({ ...(audience && { audience }), until, lang: language() });
    const response = await fetch(`/report?${asked.toString()}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token() ?? ""}`, "accept-language": language() },
      credentials: "omit",
      ...(signal && { signal }),
    }).catch((cause: unknown) => {
      throw new ServerError("OFFLINE", "No reply.", { cause });
    });
    if (!response.ok) throw new ServerError(response.status === 401 ? "SIGNED_OUT" : "FAILED", response.statusText);
    const { path } = (await response.json()) as { readonly path: string };
    return new URL(path, location.href).href;
  };
}
