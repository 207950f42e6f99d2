import { fileURLToPath } from "node:url";
import { join } from "node:path";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A member of Excel's API that the add-in's code names, the ExcelApi version it came with, and where. */
export interface UsedApi {
  /** `Worksheet.tables`. */
  readonly member: string;
  /** `1.4`; null where the documentation names another set, such as a preview. */
  readonly version: string | null;
  readonly file: string;
}

/** Members of `Excel.*` used by the TypeScript files in `folders`, tests left out, as the type checker resolves them. */
export function usedApis(folders: readonly string[]): UsedApi[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
      },
    },
  );
  const files = ts.sys.readDirectory(
    root,
    [".ts", ".tsx"],
    ["**/*.test.ts", "**/node_modules"],
    folders.map((folder) => `${folder}/**/*`),
  );
  const program = ts.createProgram(files, { ...config?.options, skipLibCheck: true, noEmit: true });
  const checker = program.getTypeChecker();
  const used = new Map<string, UsedApi>();

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const symbol = checker.getSymbolAtLocation(node.name);
        const declaration = symbol?.declarations?.[0];
        if (symbol && declaration && isExcel(declaration)) {
          const member = `${owner(declaration)}.${symbol.name}`;
          used.set(`${member} ${file}`, { member, version: version(symbol, checker), file: file.slice(root.length) });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...used.values()];
}

/** Declared by the types of office.js inside the namespace Excel. */
function isExcel(declaration: ts.Node): boolean {
  if (!declaration.getSourceFile().fileName.includes("@types/office-js/")) return false;
  for (let node: ts.Node | undefined = declaration.parent; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && node.name.text === "Excel") return true;
  }
  return false;
}

function owner(declaration: ts.Node): string {
  const { parent } = declaration;
  const named = ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent);
  return named && parent.name ? parent.name.text : "Excel";
}

function version(symbol: ts.Symbol, checker: ts.TypeChecker): string | null {
  const texts = symbol.getJsDocTags(checker).flatMap(({ text }) => text?.map((part) => part.text) ?? []);
  const documented = [...texts, ts.displayPartsToString(symbol.getDocumentationComment(checker))].join("\n");
  const set = /\[Api set: ([^\]]*)\]/.exec(documented)?.[1];
  // What has no note of its own, such as `items` of a collection, came with its class.
  if (set === undefined) return "1.1";
  return /^ExcelApi (\d+\.\d+)/.exec(set)?.[1] ?? null;
}

/** Orders `1.9` before `1.10`. */
export function compareVersions(a: string, b: string): number {
  const [a1 = 0, a2 = 0] = a.split(".").map(Number);
  const [b1 = 0, b2 = 0] = b.split(".").map(Number);
  return a1 - b1 || a2 - b2;
}
