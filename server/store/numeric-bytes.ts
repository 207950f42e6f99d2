const NEGATIVE = 0x4000;

/**
 * A number in the binary form of PostgreSQL's `numeric`: how many groups of four decimal digits follow, the weight of
 * the first (a power of 10,000), the sign, how many digits stand after the point, and the groups. Throws on what is
 * no finite number.
 */
export function numericBytes(value: number): Buffer {
  // `-1.25e-7`: what JavaScript writes of a number names it exactly.
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!parts) throw new Error(`${value} is no number that numeric keeps`);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  // Digits before and after the point, filled up to whole groups.
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "";
  const after = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  const filled =
    before.padStart(Math.ceil(before.length / 4) * 4, "0") + after.padEnd(Math.ceil(after.length / 4) * 4, "0");
  const groups = (filled.match(/.{4}/g) ?? []).map(Number);
  const bytes = Buffer.alloc(8 + 2 * groups.length);
  bytes.writeInt16BE(groups.length, 0);
  bytes.writeInt16BE(Math.ceil(before.length / 4) - 1, 2);
  bytes.writeUInt16BE(sign === "" ? 0 : NEGATIVE, 4);
  bytes.writeInt16BE(after.length, 6);
  groups.forEach((group, index) => bytes.writeInt16BE(group, 8 + 2 * index));
  return bytes;
}
