// Builds the course into `dist`: the browser's code, then every page as HTML that needs no script to be read. One process for
// both, so that each chapter and equation is compiled once.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { createBuilder } from "vite";
import { layOffline } from "./offline.mjs";

const base = (process.env.BASE ?? "/").replace(/\/$/, "");
const origin = process.env.SITE?.replace(/\/$/, "");
const shown = await readdir("public/share", { recursive: true }).catch(() => []);
const pictures = shown.map((file) => file.replaceAll(path.sep, "/"));
const site = { base, origin, pictures };
const dist = (file) => path.join("dist", file);

/** How often each chapter and equation was compiled and each page rendered. */
export async function buildSite() {
  // The pages' own code lies where packages are found from it.
  await mkdir("node_modules/.cache", { recursive: true });
  const out = await mkdtemp(path.resolve("node_modules/.cache/prerender-"));
  try {
    const builder = await open(out);
    await builder.build(builder.environments.client);
    const manifest = JSON.parse(await readFile(dist(".vite/manifest.json"), "utf8"));
    const template = await readFile(dist("index.html"), "utf8");
    await rm(dist(".vite"), { recursive: true });
    // Other threads compress while this one goes on.
    const compressing = (await readdir("dist", { recursive: true }))
      .filter((file) => file !== "index.html")
      .map(compress);
    await builder.build(builder.environments.ssr);
    const { manifests, prerender, sitemap } = await import(
      pathToFileURL(path.join(out, "prerender.js")).href
    );
    const done = { ...builder.config.plugins.find((p) => p.api?.compiled).api, rendered: [] };
    for await (const { at, files, html } of prerender(template, manifest, site)) {
      done.rendered.push(at);
      compressing.push(writePage(files, html));
    }
    for (const [file, text] of await manifests(site)) await writeFile(dist(file), text);
    if (origin) await writeFile(dist("sitemap.xml"), sitemap(site));
    await Promise.all(compressing);
    await Promise.all((await layOffline()).map(compress));
    return done;
  } finally {
    await rm(out, { recursive: true });
  }
}

const open = (out) =>
  createBuilder({
    logLevel: "warn",
    // One configuration for both, so one instance of each plugin.
    builder: { sharedConfigBuild: true },
    build: { reportCompressedSize: false, rolldownOptions: { checks: { pluginTimings: false } } },
    environments: {
      client: {},
      ssr: {
        build: {
          outDir: out,
          manifest: false,
          copyPublicDir: false,
          rolldownOptions: { input: "src/app/prerender.tsx" },
        },
      },
    },
  });

/** A page under its first name, compressed, and copies of it under the others. */
async function writePage([first, ...others], html) {
  for (const file of [first, ...others]) await mkdir(path.dirname(dist(file)), { recursive: true });
  await writeFile(dist(first), html);
  await compress(first);
  for (const file of others)
    for (const twin of ["", ".br", ".gz"]) await copyFile(dist(first + twin), dist(file + twin));
}

const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: hint } = zlib.constants;
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Compressed twins, for every host that serves them (.br and .gz beside the file). */
async function compress(file) {
  if (!/\.(js|css|html|svg|json)$/.test(file)) return;
  const bytes = await readFile(dist(file));
  // Code is fetched once and kept, and has a budget; of pages the last step saves 4 % and takes as long as all others.
  const params = { [quality]: file.endsWith(".html") ? 10 : 11, [hint]: bytes.length };
  await writeFile(dist(`${file}.br`), await brotli(bytes, { params }));
  await writeFile(dist(`${file}.gz`), await gzip(bytes, { level: 9 }));
}
