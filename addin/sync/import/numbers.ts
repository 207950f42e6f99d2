const SPACES = /[\s\u00a0\u2007\u2009\u202f'’]/gu;

/**
 * Reads a number written as text: `8 836 132 814` (any kind of space), `1 234,5`, `1.234,56`, `1,234.56`, `−5`.
 * A single comma or point is the decimal sign, except where `whole` numbers are wanted and exactly three digits
 * follow: there only groups make sense. Null when the text is no number.
 */
export function readNumber(text: string, whole = false): number | null {
  const bare = text.replace(SPACES, "").replace(/^[−–]/u, "-");
  if (!/^[-+]?\d[\d.,]*$/u.test(bare)) return null;
  const commas = bare.split(",").length - 1;
  const points = bare.split(".").length - 1;
  if (commas > 0 && points > 0) {
    const decimal = bare.lastIndexOf(",") > bare.lastIndexOf(".") ? "," : ".";
    return grouped(bare, decimal === "," ? "." : ",", decimal);
  }
  const sign = commas > 0 ? "," : ".";
  const count = commas + points;
  if (count === 0) return Number(bare);
  if (GROUPS[sign].test(bare) && (count > 1 || whole)) return Number(bare.replaceAll(sign, ""));
  return count === 1 && !bare.endsWith(sign) ? Number(bare.replace(",", ".")) : null;
}

const GROUPS = { ",": /^[-+]?\d{1,3}(?:,\d{3})+$/u, ".": /^[-+]?\d{1,3}(?:\.\d{3})+$/u } as const;

function grouped(bare: string, group: "," | ".", decimal: "," | "."): number | null {
  const [whole = "", rest = "", more] = bare.split(decimal);
  if (more !== undefined || !GROUPS[group].test(whole) || !/^\d+$/u.test(rest)) return null;
  return Number(`${whole.replaceAll(group, "")}.${rest}`);
}
