import ts from "typescript";
import type { ApiClass, ApiMetadata } from "./metadata.ts";

type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends Readonly<Record<string, infer V>> ? Record<string, V> : T[K];
};

/** Members every client object has of itself; they never travel on the wire. */
const LOCAL = new Set(["context", "isNullObject", "items", "set", "load", "toJSON", "track", "untrack"]);

/**
 * Reads Excel's object model out of the text of `@types/office-js`: each class with its properties, navigation
 * properties, methods, events, the type of its items, and the API set each member came with.
 */
export function extractMetadata(declarations: string): ApiMetadata {
  const source = ts.createSourceFile("office.d.ts", declarations, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, ts.ClassDeclaration[]>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel") continue;
    if (statement.body && ts.isModuleBlock(statement.body)) collect(statement.body, classes);
  }
  const wire = [...classes].filter(([, parts]) => parts.some(isClientObject)).map(([name]) => name);
  const known = new Set(wire);
  const entries = wire.map((name): [string, ApiClass] => [name, describe(classes.get(name) ?? [], known)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collect(block: ts.ModuleBlock, classes: Map<string, ts.ClassDeclaration[]>): void {
  for (const statement of block.statements) {
    if (!ts.isClassDeclaration(statement) || !statement.name) continue;
    const parts = classes.get(statement.name.text) ?? [];
    parts.push(statement);
    classes.set(statement.name.text, parts);
  }
}

const isClientObject = (part: ts.ClassDeclaration): boolean =>
  part.heritageClauses?.some((clause) => clause.getText().includes("ClientObject")) ?? false;

function describe(parts: readonly ts.ClassDeclaration[], known: ReadonlySet<string>): ApiClass {
  const found: Writable<ApiClass> = { properties: {}, navigation: {}, methods: {}, events: {} };
  for (const member of parts.flatMap((part) => [...part.members])) {
    const name = member.name?.getText();
    if (!name) continue;
    if (ts.isPropertyDeclaration(member)) property(found, name, member, known);
    else if (ts.isMethodDeclaration(member) && !LOCAL.has(name)) found.methods[name] ??= apiSet(member);
  }
  return found;
}

function property(
  into: Writable<ApiClass>,
  name: string,
  member: ts.PropertyDeclaration,
  known: ReadonlySet<string>,
): void {
  const type = member.type?.getText() ?? "";
  if (name === "items") into.item = /(?:Excel\.)?(\w+)\[\]/.exec(type)?.[1] ?? "";
  if (LOCAL.has(name)) return;
  const target = /^(?:Excel\.)?(\w+)$/.exec(type)?.[1];
  if (type.includes("OfficeExtension.EventHandlers")) into.events[name] = apiSet(member);
  else if (target !== undefined && known.has(target)) into.navigation[name] = [target, apiSet(member)];
  else into.properties[name] = apiSet(member);
}

/** `1.9` for ExcelApi 1.9, else the set's whole text (`ExcelApiOnline 1.1`), "" where none is written. */
function apiSet(member: ts.ClassElement): string {
  const written = ts.getJSDocCommentsAndTags(member).map((comment) => comment.getText());
  const set = /\[Api set: (?:ExcelApi )?([^\]]+)\]/.exec(written.join(" "))?.[1]?.trim() ?? "";
  return /^\d+\.\d+/.exec(set)?.[0] ?? set;
}
