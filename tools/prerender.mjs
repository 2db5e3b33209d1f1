// The last step of `npm run build`: every page of the course as HTML that needs no script to be read.
import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { build } from "vite";

const out = path.resolve("node_modules/.cache/prerender");
const base = (process.env.BASE ?? "/").replace(/\/$/, "");
await build({
  logLevel: "warn",
  build: {
    ssr: "src/app/prerender.tsx",
    outDir: out,
    emptyOutDir: true,
    manifest: false,
    copyPublicDir: false,
  },
});
const { prerender } = await import(pathToFileURL(path.join(out, "prerender.js")).href);
const pages = await prerender("dist", base);
await rm("dist/.vite", { recursive: true });
console.log(`${pages.length} pages in dist`);
