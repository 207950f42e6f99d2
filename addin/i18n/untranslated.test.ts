import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const pane = join(import.meta.dirname, "..", "taskpane");
const READ_ALOUD = new Set([
  "aria-label",
  "aria-description",
  "alt",
  "title",
  "label",
  "placeholder",
  "hint",
  "content",
]);
/** The product's name is the same in every language. */
const NAMES = new Set(["Saime"]);

/** Texts of a component that a person would read in one language only. */
export function untranslated(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (text: string) => {
    if (/\p{L}/u.test(text.replace(/&[a-z]+;/g, "")) && !NAMES.has(text.trim())) found.push(text.trim());
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) literals(node.expression, note);
    if (ts.isJsxAttribute(node) && READ_ALOUD.has(node.name.getText(file)) && node.initializer)
      literals(node.initializer, note);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** String literals that an expression may show: itself, branches of a condition, parts of a template. */
function literals(node: ts.Node, note: (text: string) => void): void {
  if (ts.isStringLiteralLike(node)) note(node.text);
  else if (ts.isTemplateExpression(node)) {
    note(node.head.text);
    for (const span of node.templateSpans) note(span.literal.text);
  } else if (ts.isConditionalExpression(node)) {
    literals(node.whenTrue, note);
    literals(node.whenFalse, note);
  } else if (ts.isJsxExpression(node) && node.expression) literals(node.expression, note);
  else if (ts.isBinaryExpression(node)) {
    const logical = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ];
    if (logical.includes(node.operatorToken.kind)) literals(node.right, note);
  }
}

describe("components", () => {
  it("show no text that exists in one language only", () => {
    const files = readdirSync(pane, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) expect(untranslated(name, readFileSync(join(pane, name), "utf8")), name).toEqual([]);
  });

  it("would be caught", () => {
    const bad = `const X = () => <p title="Hi">One {ok ? "two" : t(x)} {cond && "three"} {\`four \${n}\`}</p>;`;
    expect(untranslated("bad.tsx", bad)).toEqual(["Hi", "One", "two", "three", "four"]);
    const good = `const X = () => <p className="wide" title={t(y)}>{a} ·&nbsp;{b === "x" ? t(x) : null} Saime</p>;`;
    expect(untranslated("good.tsx", good)).toEqual([]);
  });
});
