import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { registers } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { generatedRules } from "../support/generated-rules.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["schema", "server", "addin", "test"];
const GENERATED = "schema/registers/lifecycle.test.ts";

/** Files with tests that name each rule, by the rule's key; those that are generated from the declarations too. */
export function testsOfRules(): ReadonlyMap<string, readonly string[]> {
  const tests = new Map<string, Set<string>>();
  const add = (key: string, file: string) => tests.set(key, (tests.get(key) ?? new Set()).add(file));
  for (const folder of FOLDERS) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    for (const name of files.filter((file) => /\.test\.tsx?$/.test(file) && !file.includes("node_modules"))) {
      const file = `${folder}/${name.replaceAll("\\", "/")}`;
      for (const key of rulesNamed(readFileSync(join(root, file), "utf8"))) add(key, file);
    }
  }
  for (const register of Object.values<Register>(registers))
    for (const key of generatedRules(register)) add(key, `${GENERATED}, generated for ${register.key}`);
  return new Map([...tests].map(([key, files]) => [key, [...files].sort()]));
}

/** Keys of rules after which tests of a file are named: `rule("KEY")` within a test that runs. */
export function rulesNamed(source: string): readonly string[] {
  if (!source.includes("rule(")) return [];
  const keys = new Set<string>();
  const visit = (node: ts.Node, place: "OUTSIDE" | "TEST" | "SKIPPED") => {
    let within = place;
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (/^(it|test|describe)\b/.test(called) && within !== "SKIPPED")
        within = /\.(skip|todo)\b/.test(called) ? "SKIPPED" : "TEST";
      const [key] = node.arguments;
      if (within === "TEST" && called === "rule" && key && ts.isStringLiteral(key)) keys.add(key.text);
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(ts.createSourceFile("tests.tsx", source, ts.ScriptTarget.Latest, true), "OUTSIDE");
  return [...keys];
}
