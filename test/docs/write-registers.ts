import { writeFile } from "node:fs/promises";
import { documentMeasures } from "../../schema/measuring/docs.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import { documentRegisters } from "../../schema/registers/docs.ts";

/** Writes docs/registers.md and docs/measures.md from the declarations. */
await writeFile(new URL("../../docs/registers.md", import.meta.url), documentRegisters(registers));
await writeFile(new URL("../../docs/measures.md", import.meta.url), documentMeasures());
