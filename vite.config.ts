import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { symbolColours, symbolLetters } from "./src/chapters/compile/colours.ts";
import { course } from "./src/chapters/compile/plugin.ts";

/** Files are named after what they hold: a list of requests shows which figures a page has fetched. */
function chunkName(module: string | null): string {
  const [, id, kind] = /\/figures\/([^/]+?)(\/figure\.ts|\.json)$/.exec(module ?? "") ?? [];
  const name = id ? `${kind === ".json" ? "words" : "figure"}-${id}` : "[name]";
  return `assets/${name}-[hash].js`;
}

/** What nearly every page fetches comes, with what it imports, in one file: twenty small ones ask more often and compress worse. */
const everywhere = new RegExp(
  `/src/(${[
    "notation",
    "symbols/letters",
    "numerics/(allFinite|check|matrix|random)",
    "kit/(derive|figure|format|keeping|still|task)",
    "tasks/drive",
    "draw/(axis|box|hand|picture|press|scrub|text)",
    "session/(address|mount|session|timeline|task/(run|state))",
    "kit/params/(choice|number|seed|toggle)",
    "ui/(Figure|lateWords|live|ParamLabel|words)",
    "chapters/(load|nodes|withheld)",
    "app/(paths|storage)",
    "offline/local",
  ].join("|")})[.]tsx?$|/node_modules/(react|react-dom|scheduler|tinykeys|wouter|zustand)/`,
);

/** Vite wraps each import() in a helper that first preloads its files; ours are named by the page, so it only has to import. */
const plainImports = {
  name: "hidden-state:plain-imports",
  enforce: "pre",
  load: (id: string) =>
    id === "\0vite/preload-helper.js"
      ? "export const __vitePreload = (load) => load();"
      : undefined,
} as const;

/** The page's policy forbids what Vite's reloading needs: inline scripts and styles. */
const reloading = {
  name: "hidden-state:reloading",
  apply: "serve",
  transformIndexHtml: (html: string) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
} as const;

export default defineConfig({
  // Where the site will live on its host: BASE=/somewhere/ npm run build
  base: process.env.BASE ?? "/",
  appType: "spa",
  plugins: [course(), symbolColours(), symbolLetters(), react(), plainImports, reloading],
  build: {
    target: "es2023",
    manifest: true,
    assetsInlineLimit: 0,
    // The prerendered pages name the chunks they need; a list of all of them in every page is dead weight.
    modulePreload: false,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => chunkName(facadeModuleId),
        codeSplitting: { groups: [{ name: "kit", test: everywhere }] },
      },
    },
  },
  // wouter's stand-in for a hook that React has had since 18.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  ssr: { noExternal: ["wouter"] },
  test: {
    maxWorkers: "100%",
    // Half a test's time was the collector's: thousands of short-lived nodes outgrew the young space.
    execArgv: ["--max-semi-space-size=64"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          setupFiles: ["tests/properties.ts", "tests/site.ts"],
          isolate: false,
          testTimeout: 120_000,
          include: [
            "tests/{numerics,gpu,models,kit,tasks,intake,session,chapters,new}/**/*.test.ts",
            "tests/{content,equations,house,readme,touched}.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          setupFiles: ["tests/properties.ts", "tests/site.ts"],
          isolate: false,
          testTimeout: 120_000,
          include: ["tests/{figures,ui}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/serve.ts"],
          retry: process.env.CI ? 1 : 0, // until ten whole runs in a row have been green
          testTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 120_000,
          // A browser a worker, shared by its files; a third would only make all of them wait.
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
