// Prisma's CLI would fetch an engine binary; institutions sit in closed networks. Node itself stands in for it,
// so that a command that would need the engine fails instead of silently doing nothing.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema.prisma" });
