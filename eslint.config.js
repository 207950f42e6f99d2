import tseslint from "typescript-eslint";
import reactHooks from "eslint-plugin-react-hooks";

/** The house: imports run addin → schema ← server. One row a rule: who, may not import what, why. */
const walls = [
  { files: ["schema/**/*.ts"], ban: ["**/server/**", "**/addin/**"], why: "schema says what the system is; it knows neither side" },
  {
    files: ["schema/registers/**/*.ts", "schema/sync/**/*.ts", "schema/messages/**/*.ts"],
    ban: ["**/server/**", "**/addin/**", "**/api/**", "@prisma/*", "@pothos/*", "react", "office-js"],
    why: "declarations are isomorphic TypeScript without libraries",
  },
  { files: ["addin/**/*.{ts,tsx}"], ban: ["**/server/**", "@prisma/*", "pg"], why: "the add-in knows the server by its schema only" },
  { files: ["server/**/*.ts"], ban: ["**/addin/**"], why: "the server does not know the add-in" },
  {
    files: ["addin/sync/**/*.ts"],
    ban: ["**/workbook/excel/**", "**/desk/**", "**/taskpane/**", "react"],
    why: "diff, merge and plan are pure",
  },
];
const prismaOnly = { group: ["**/generated/**", "@prisma/client", "@prisma/client/*"], message: "only server/store touches Prisma's client" };

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
  { files: ["addin/**/*.{ts,tsx}"], plugins: { "react-hooks": reactHooks }, rules: { ...reactHooks.configs["recommended-latest"]?.rules } },
  ...walls.map(({ files, ban, why }) => ({
    files,
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group: ban, message: why }, ...(files[0]?.startsWith("server") ? [prismaOnly] : [])] }],
    },
  })),
  { files: ["server/store/**/*.ts"], rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group: ["**/addin/**"], message: "the server does not know the add-in" }] }] } },
  {
    files: ["addin/**/*.{ts,tsx}"],
    ignores: ["addin/workbook/excel/**", "addin/desk/**"],
    rules: { "no-restricted-globals": ["error", { name: "Excel", message: "only addin/workbook touches Excel.*" }] },
  },
  { files: ["*.config.{js,ts}", "eslint.config.js"], ...tseslint.configs.disableTypeChecked },
);
