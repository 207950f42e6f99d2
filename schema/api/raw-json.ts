/**
 * JSON text that is already text: the database writes a page of a register once, and nobody parses or writes it again.
 * A resolver hands the text in and gets a placeholder; when the answer has been written, the placeholders in it are
 * replaced by the texts. The placeholder carries a random token of this one request, which is never shown to anybody,
 * so no text that a person typed can be taken for one.
 */
declare const placeholder: unique symbol;
export type RawJson = string & { readonly [placeholder]: true };

/** JSON as text, or as UTF-8. */
export type RawText = string | Uint8Array;

export class RawJsonSlots {
  readonly #token = globalThis.crypto.randomUUID();
  #texts: RawText[] = [];

  /** Keeps `text`, which must be one whole JSON value, for the answer; gives what the `RawJson` scalar writes for it. */
  hold(text: RawText): RawJson {
    if (typeof text === "string" ? text.trim() === "" : text.length === 0) throw new Error("An empty text is not JSON");
    this.#texts.push(text);
    return `${this.#token}:${this.#texts.length - 1}` as RawJson;
  }

  /** The written answer in parts, every placeholder replaced by its text. May be called once; the texts are let go. */
  splice(json: string): readonly RawText[] {
    const texts = this.clear();
    const mark = `"${this.#token}:`;
    const parts: RawText[] = [];
    let from = 0;
    for (let at = json.indexOf(mark); at !== -1; at = json.indexOf(mark, from)) {
      const end = json.indexOf('"', at + mark.length);
      const text = texts[Number(json.slice(at + mark.length, end))];
      if (text === undefined) throw new Error("A placeholder of this request holds no text");
      parts.push(json.slice(from, at), text);
      from = end + 1;
    }
    parts.push(json.slice(from));
    return parts;
  }

  /** Lets the texts go, for an answer that does not need them. */
  clear(): readonly RawText[] {
    const texts = this.#texts;
    this.#texts = [];
    return texts;
  }
}
