import { writeFile } from "node:fs/promises";
import { registers } from "../../schema/registers/catalogue.ts";
import { documentRegisters } from "../../schema/registers/docs.ts";

/** Writes docs/registers.md from the declarations. */
await writeFile(new URL("../../docs/registers.md", import.meta.url), documentRegisters(registers));
