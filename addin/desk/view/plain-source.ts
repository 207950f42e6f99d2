/**
 * The grid's lists know ranges and names. A list that a formula picks (INDIRECT) is offered in full here: the name that
 * the formula falls back on, which stands in it last.
 */
export function plainSource(source: string): string {
  const full = /^=INDIRECT\(.*"([^"]+)"\){2}$/.exec(source)?.[1];
  return full === undefined ? source : `=${full}`;
}
