import { readFile, writeFile } from "node:fs/promises";
import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { introspectionFromSchema, printSchema } from "graphql";
import { format, resolveConfig } from "prettier";
import { schema } from "./schema.ts";

/**
 * `npm run schema` writes what others read of the API: the printed schema, and the types from which the add-in's
 * queries are checked. `npm run schema -- --check` fails where a checked-in file differs.
 */
const OUTPUTS: readonly { readonly file: URL; readonly write: () => Promise<string> }[] = [
  { file: new URL("../schema.graphql", import.meta.url), write: async () => `${printSchema(schema)}\n` },
  { file: new URL("../../addin/taskpane/graphql-env.d.ts", import.meta.url), write: environment },
];

/** Introspection as a type, for gql.tada. */
async function environment(): Promise<string> {
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const text = outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true });
  const options = await resolveConfig(new URL(import.meta.url));
  return format(text, { ...options, parser: "typescript" });
}

const check = process.argv.includes("--check");
let different = 0;
for (const { file, write } of OUTPUTS) {
  const wanted = await write();
  const name = file.pathname.slice(new URL("../../", import.meta.url).pathname.length);
  if ((await readFile(file, "utf8").catch(() => null)) === wanted) continue;
  different += 1;
  if (!check) await writeFile(file, wanted);
  console.log(check ? `${name} differs from the code. Run: npm run schema` : `${name} written`);
}
if (check && different > 0) process.exitCode = 1;
