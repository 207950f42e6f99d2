import { createHash } from "node:crypto";

/** Looks of the public pages: in the page itself, so that it needs nothing else; light or dark as the device is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1a19, #f3f2f1); --soft: light-dark(#55534f, #bdbbb8);
  --line: light-dark(#d6d3cf, #46443f); --brand: light-dark(#0b5a3c, #7fd4ac); --paper: light-dark(#ffffff, #1e1d1b);
  --mark: light-dark(#fff0a8, #5c4b00); --warn: light-dark(#8a3b00, #ffb482); --wash: light-dark(#fdf3ea, #33241a); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Segoe UI", system-ui, sans-serif; }
.page { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: anywhere; }
header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; }
header img { vertical-align: -0.3rem; margin-right: 0.5rem; }
a { color: var(--brand); text-underline-offset: 0.15em; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 0.25rem; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 0.35rem; }
p { margin: 0.35rem 0; }
.soft { color: var(--soft); font-size: 0.9375rem; }
form { margin: 1.25rem 0 0; display: grid; gap: 0.35rem; }
label { font-weight: 600; }
.ask { display: flex; gap: 0.5rem; }
input, button { font: inherit; padding: 0.55rem 0.75rem; border-radius: 0.375rem; }
input { flex: 1; min-width: 0; color: inherit; background: transparent; border: 1px solid var(--soft); }
button { border: 1px solid var(--brand); background: var(--brand); color: var(--paper); font-weight: 600; cursor: pointer; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
li h3 { font-size: 1.0625rem; margin: 0; }
mark { background: var(--mark); color: inherit; border-radius: 0.15rem; padding: 0 0.1rem; }
.outdated { color: var(--warn); border: 1px solid currentColor; border-radius: 0.75rem; padding: 0 0.5rem; font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.warning { background: var(--wash); color: var(--warn); border-left: 4px solid currentColor; padding: 0.6rem 0.9rem; margin: 1rem 0; }
.text { white-space: pre-line; }
@media (forced-colors: active) { mark { forced-color-adjust: none; background: Mark; color: MarkText; } button { background: ButtonFace; color: ButtonText; } }
`;

/**
 * The strictest policy that the page works under: its own style, pictures and search of this server, nothing else, in
 * nobody's frame.
 */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  ...["img-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");
