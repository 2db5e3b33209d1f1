// The last step of `npm run build`: every page of the course as HTML that needs no script to be read.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

// A folder of this run alone, inside the project so that packages are found from it.
const out = await mkdtemp(path.resolve("dist/.prerender-"));
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
await rm(out, { recursive: true });

// Compressed twins, for every host that serves them (.br and .gz beside the file).
for (const file of await readdir("dist", { recursive: true })) {
  if (!/\.(js|css|html|svg|json)$/.test(file)) continue;
  const at = path.join("dist", file);
  const bytes = await readFile(at);
  await writeFile(`${at}.br`, brotliCompressSync(bytes));
  await writeFile(`${at}.gz`, gzipSync(bytes, { level: 9 }));
}
console.log(`${pages.length} pages in dist`);
