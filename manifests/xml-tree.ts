/** An XML element: its attributes, and either child elements or text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[] | string;
}

/** `element("Id", {}, "…")`, or with elements inside. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Element[] | readonly [string]
): Element {
  const [first] = children;
  return { name, attributes, children: typeof first === "string" ? first : (children as readonly Element[]) };
}

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The element and all in it as a UTF-8 XML document, two spaces a level. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}\n`;
}

function write({ name, attributes, children }: Element, indent: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(" ");
  if (children.length === 0) return `${indent}<${start}/>`;
  if (typeof children === "string") return `${indent}<${start}>${escape(children)}</${name}>`;
  const inside = children.map((child) => write(child, `${indent}  `)).join("\n");
  return `${indent}<${start}>\n${inside}\n${indent}</${name}>`;
}
