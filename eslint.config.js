import tseslint from "typescript-eslint";
import reactHooks from "eslint-plugin-react-hooks";

/** The house: imports run addin → schema ← server. A later row adds to an earlier one that covers the same files. */
const ban = (group, message) => ({ group, message });
const wall = (files, ...patterns) => ({
  files,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
});
const sides = ban(["**/server/**", "**/addin/**"], "schema says what the system is; it knows neither side");
const libraries = ban(
  ["**/api/**", "@prisma/*", "@pothos/*", "react", "graphql"],
  "declarations are isomorphic TypeScript without libraries",
);
const noServer = ban(["**/server/**", "@prisma/*", "pg"], "the add-in knows the server by its schema only");
const noAddin = ban(["**/addin/**"], "the server does not know the add-in");
const noPrisma = ban(
  ["**/generated/**", "@prisma/client", "@prisma/client/*", "pg"],
  "only server/store touches Prisma's client",
);
const noOffice = ban(
  ["**/workbook/excel/**", "**/desk/**", "**/taskpane/**", "react"],
  "diff, merge and plan are pure",
);

export default tseslint.config(
  { ignores: ["node_modules", "dist", ".saime", "server/store/generated", "test/output", "**/*.mjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      "max-lines": ["error", { max: 400 }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["addin/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  wall(["schema/**/*.ts"], sides),
  wall(["schema/registers/**/*.ts", "schema/sync/**/*.ts", "schema/messages/**/*.ts"], sides, libraries),
  wall(["addin/**/*.{ts,tsx}"], noServer),
  wall(["addin/sync/**/*.ts"], noServer, noOffice),
  wall(["server/**/*.ts"], noAddin, noPrisma),
  wall(["server/store/**/*.ts"], noAddin),
  {
    files: ["addin/**/*.{ts,tsx}"],
    ignores: ["addin/workbook/excel/**", "addin/desk/**"],
    rules: { "no-restricted-globals": ["error", { name: "Excel", message: "only addin/workbook touches Excel.*" }] },
  },
  { files: ["*.config.{js,ts}"], ...tseslint.configs.disableTypeChecked },
);
