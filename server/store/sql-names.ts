/** Words that SQL keeps for itself among the names that declarations use. */
const RESERVED: ReadonlySet<string> = new Set([
  "from",
  "to",
  "group",
  "order",
  "end",
  "user",
  "check",
  "default",
  "table",
  "references",
]);

/** `deliveredSince` → `delivered_since`: a name that needs no quotes in SQL. */
export function sqlName(name: string): string {
  const snake = name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
  return RESERVED.has(snake) ? `${snake}_` : snake;
}
