// Lists what the browser may keep, once `dist` stands: offline.json for the page that tells of it, and the worker, sw.js.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";

/** Files of pages, code, style and fonts; the browsers that run the code read woff2. */
const course =
  /^(assets\/.*\.(js|css|woff2)|theme\.js|404\.html|icon[\w-]*\.(svg|png)|first\/.*\.webp|.*\/manifest\.json)$/;
const onRequest = /^(models|data|audio)\/(?!.*\.(br|gz)$)/;

/** The files written: their names in `dist`. */
export async function layOffline() {
  const files = (await readdir("dist", { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => path.relative("dist", file).replaceAll(path.sep, "/"))
    .toSorted();
  const listed = { course: [], bytes: 0, onRequest: [] };
  for (const file of files) {
    // Of the files that hold one page the one that its address names.
    const page = /^(.*\/|)index\.html$/.exec(file)?.[1];
    if (page === undefined && !course.test(file) && !onRequest.test(file)) continue;
    const bytes = await readFile(path.join("dist", file));
    const sum = createHash("sha256").update(bytes).digest("hex");
    if (onRequest.test(file)) {
      listed.onRequest.push([file, sum, bytes.length]);
      continue;
    }
    listed.course.push([page ?? file, file.startsWith("assets/") ? null : sum.slice(0, 12)]);
    listed.bytes += bytes.length;
  }
  const text = JSON.stringify(listed);
  await writeFile("dist/offline.json", text);
  listed.course.push([
    "offline.json",
    createHash("sha256").update(text).digest("hex").slice(0, 12),
  ]);
  await build({
    configFile: false,
    logLevel: "warn",
    define: { LISTED: JSON.stringify(listed) },
    build: {
      target: "es2023",
      copyPublicDir: false,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: "src/offline/worker.ts",
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
  return ["offline.json", "sw.js"];
}
