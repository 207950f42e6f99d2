const written = new WeakMap<object, string>();

/** JSON of a large answer, written once however often it is needed. The answer must not change any more. */
export function jsonOf(answer: object): string {
  let json = written.get(answer);
  if (json === undefined) {
    json = JSON.stringify(answer);
    written.set(answer, json);
  }
  return json;
}
