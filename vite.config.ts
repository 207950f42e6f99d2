import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { METADATA_FILES, metadataFile } from "./addin/functions/metadata.ts";
import { LANGUAGES } from "./schema/registers/words.ts";

const house = import.meta.dirname;
/** Address of each page → its source under addin/. */
const PAGES = { "index.html": "desk/index.html", "taskpane.html": "taskpane/taskpane.html" } as const;

/** Pages are served at their short addresses although each stands in its part's folder. */
function pages(): Plugin {
  const bySource = new Map<string, string>(Object.entries(PAGES).map(([page, source]) => [source, page]));
  return {
    name: "saime-pages",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) output.fileName = bySource.get(output.fileName) ?? output.fileName;
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path, query] = (request.url ?? "/").split("?");
        const page = path === "/" ? "index.html" : path?.slice(1);
        const source = page && Object.hasOwn(PAGES, page) ? PAGES[page as keyof typeof PAGES] : undefined;
        if (source) request.url = `/${source}${query === undefined ? "" : `?${query}`}`;
        next();
      });
    },
  };
}

/** What Excel reads about the workbook's functions, made from their declarations; the manifest names the files. */
function functionsMetadata(): Plugin {
  return {
    name: "saime-functions",
    generateBundle() {
      for (const language of LANGUAGES)
        this.emitFile({ type: "asset", fileName: METADATA_FILES[language], source: metadataFile(language) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const language = LANGUAGES.find((each) => request.url?.split("?")[0] === `/${METADATA_FILES[each]}`);
        if (language === undefined) return next();
        response.setHeader("content-type", "application/json; charset=utf-8");
        response.end(metadataFile(language));
      });
    },
  };
}

export default defineConfig({
  // Tests run from the house's root; only pages are built from addin/.
  root: process.env["VITEST"] ? house : join(house, "addin"),
  // Icons and the about page that the manifests point to.
  publicDir: join(house, "manifests/assets"),
  cacheDir: join(house, "node_modules/.vite"),
  appType: "mpa",
  plugins: [react(), pages(), functionsMetadata()],
  server: {
    // The API and office.js come from Saime's own server, which mounts this one in development.
    fs: { allow: [house] },
  },
  build: {
    outDir: join(house, "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "build-manifest.json",
    // Univer, of which the desk is made, is large and arrives in the desk's own lazy chunks.
    chunkSizeWarningLimit: 6_000,
    rollupOptions: { input: Object.values(PAGES).map((source) => join(house, "addin", source)) },
  },
});
