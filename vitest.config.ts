import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const testServer = process.env["SAIME_TEST_DATABASE_URL"] ?? process.env["DATABASE_URL"];
const IGNORED = ["**/node_modules/**", "dist/**", ".saime/**", "test/output/**"];

export default defineConfig({
  test: {
    // graphql 16 exists as CommonJS and as ES module; two copies in one process refuse each other's schemas.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...IGNORED, "**/*.e2e.test.ts"],
          // Loading React, GraphQL and Temporal anew for each of some 200 files took longer than the tests themselves.
          isolate: false,
          // By itself vitest leaves a core free, which on a small machine is half of it. On a PostgreSQL server one file at
          // a time: transactions of other databases hold the feed back too, and a pull then gives rows twice.
          maxWorkers: testServer === undefined ? availableParallelism() : 1,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["**/*.e2e.test.ts"],
          exclude: IGNORED,
          globalSetup: ["test/support/built-addin.ts"],
          // One browser and one server at a time: the machine may have two cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
