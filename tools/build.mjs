// npm run build. With --if-changed (npm start) nothing is done where `dist` was built from the same files.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** What the last build was made from and what it did. */
const record = "node_modules/.cache/build.json";

const from = await sources();
if (process.argv.includes("--if-changed") && (await standing()) === from) process.exit();
await rm(record, { force: true });
const { buildSite } = await import("./site.mjs");
const { compiled, rendered } = await buildSite();
await mkdir(path.dirname(record), { recursive: true });
await writeFile(
  record,
  JSON.stringify({ from, written: await written(), compiled: [...compiled], rendered }),
);
console.log(`${rendered.length} pages in dist`);

/** A hash of everything that a build depends on. */
async function sources() {
  const folders = await Promise.all(
    ["content", "public", "src"].map((folder) =>
      readdir(folder, { withFileTypes: true, recursive: true }),
    ),
  );
  const files = folders
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
  // The last of these is what npm writes down of what it installed.
  files.push(
    "index.html",
    "README.md",
    "vite.config.ts",
    "package.json",
    "tools/build.mjs",
    "tools/offline.mjs",
    "tools/site.mjs",
    "node_modules/.package-lock.json",
  );
  const hash = createHash("sha1").update(
    `${process.version} ${process.env.BASE ?? "/"} ${process.env.SITE ?? ""}`,
  );
  const texts = await Promise.all(files.map((file) => readFile(file).catch(() => "")));
  files.forEach((file, k) => hash.update(`\n${file} ${texts[k].length}\n`).update(texts[k]));
  return hash.digest("hex");
}

/** The sources of what lies in `dist` now, as far as that is as the last build left it. */
async function standing() {
  try {
    const last = JSON.parse(await readFile(record, "utf8"));
    return last.written === (await written()) ? last.from : undefined;
  } catch {
    return undefined;
  }
}

async function written() {
  return (await stat("dist/index.html")).mtimeMs;
}
