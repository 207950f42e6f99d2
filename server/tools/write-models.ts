import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { registers } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { withModels } from "./register-models.ts";

/** `npm run models` writes the registers' models into schema.prisma; then come `npm run generate` and `npm run migrate:new`. */
const file = path.join(import.meta.dirname, "../../prisma/schema.prisma");
await writeFile(file, withModels(await readFile(file, "utf8"), Object.values<Register>(registers)));
