import { createHash } from "node:crypto";

/** Looks of the printable report, in the page itself: black on white, a KPI never torn over two sheets of paper. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1a19; font: 11pt/1.45 "Segoe UI", system-ui, sans-serif; }
main { max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; overflow-wrap: anywhere; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 3mm; }
h2 { font-size: 13pt; margin: 0; }
p { margin: 1mm 0; }
.soft { color: #55534f; font-size: 9.5pt; }
.value { font-size: 18pt; font-weight: 600; margin-right: 4mm; }
.status { border: 1px solid currentColor; border-radius: 3mm; padding: 0 2.5mm; font-size: 9.5pt; font-weight: 600; white-space: nowrap; }
article { break-inside: avoid; border-top: 1px solid #b8b5b1; padding: 4mm 0; }
svg { width: 100%; height: 24mm; display: block; }
.line { fill: none; stroke: #0f548c; stroke-width: 2; }
.target { fill: none; stroke: #55534f; stroke-width: 1.5; stroke-dasharray: 6 4; }
.limit { stroke: #55534f; stroke-dasharray: 1 3; }
.signal { fill: none; stroke: #b10e1c; stroke-width: 2; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.4mm 2mm 0.4mm 0; border-bottom: 1px solid #dedbd7; font-weight: normal; }
thead th { font-weight: 600; }
@media print { .screen { display: none; } main { padding: 0; max-width: none; } }
`;

/** Its own style and nothing else, no scripts, in nobody's frame. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  ...["img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join("; ");
