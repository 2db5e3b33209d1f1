import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import { home, quiet, reload, useBrowser } from "./browser.ts";
import { figure, readThrough, readTo, settleAddress, stepsOf } from "./page.ts";

// A copy of the house with its first chapter alone and a language that has only just begun, built for a folder of its host.
const root = mkdtempSync(path.join(tmpdir(), "hidden-state-small-"));
const [folder] = chaptersIn("content") as [string];
const slug = folder.replace(/^\d+-/, "");
const env = { ...process.env, BASE: "/course/" };
let server: ChildProcess;
let site = "";

function copy(): void {
  const tops = [
    "index.html",
    "package.json",
    "vite.config.ts",
    "tsconfig.base.json",
    "tsconfig.json",
    "tests/tsconfig.json",
  ];
  for (const name of ["src", "tools", "public", ...tops])
    cpSync(name, path.join(root, name), { recursive: true });
  for (const tag of ["en", "zh-Hans"])
    cpSync(`content/${tag}`, path.join(root, "content", tag), {
      recursive: true,
      filter: (from) => !/[/\\]\d+-/.test(from) || from.includes(folder),
    });
  cpSync("content/references.json", path.join(root, "content/references.json"));
  mkdirSync(path.join(root, "content/de"));
  const german = { tag: "de", name: "Deutsch", short: "DE", dir: "ltr", partial: true };
  writeFileSync(path.join(root, "content/de/language.json"), JSON.stringify(german));
  symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"), "dir");
}

beforeAll(async () => {
  copy();
  const build = 'await (await import("./tools/site.mjs")).buildSite()';
  const asked = ["--input-type=module", "-e", build];
  await promisify(execFile)(process.execPath, asked, { cwd: root, env });
  server = spawn(process.execPath, ["--import", "tsx", "tools/serve.ts", "0"], { cwd: root, env });
  const [said] = (await once(server.stdout!, "data")) as [Buffer];
  site = /http:\S+\/course/.exec(String(said))![0];
}, 300_000);
afterAll(() => {
  server?.kill();
  rmSync(root, { recursive: true });
});

const open = useBrowser();
const within = (url: string) => new URL(url).pathname.startsWith("/course/");

test("under a folder of its host the course opens, reads, turns its language and leads on", async () => {
  const { page, seen } = await open(home("en"), { site });
  const asked: string[] = [];
  page.on("request", (r) => asked.push(r.url()));
  await page.locator("a.go").click();
  await page.waitForURL(`**/course/en/${slug}**`);
  expect(await page.locator("header a[hreflang=de]").count()).toBeGreaterThan(0);
  await figure(page).waitFor();
  await readThrough(page);
  await readTo(page, (await stepsOf(page))[1]!.id);
  await settleAddress(page);
  await page.locator("header a[hreflang=zh-Hans]").evaluate((a) => (a as HTMLElement).click());
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  expect(new URL(page.url()).pathname).toBe(`/course/zh-Hans/${slug}/`);
  await reload(page);
  await figure(page).locator(".control").first().waitFor({ state: "attached" });
  expect(asked.filter((url) => !within(url))).toEqual([]);
  expect(quiet({ ...seen, abroad: [] })).toEqual([]);
});

test("a language that has only begun shows the page in English, says so, and its figures live", async () => {
  const { page, seen } = await open(`/de/${slug}/`, { site });
  expect(await page.locator(".note-bar").innerText()).toMatch(/Deutsch/);
  // What is English is spoken as English.
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await page.locator("h1").innerText()).toMatch(/\w+ \w+/);
  await figure(page).locator(".control").first().waitFor({ state: "attached" });
  expect(await page.locator("header a[hreflang=zh-Hans]").count()).toBeGreaterThan(0);
  const html = await page.content();
  expect(html).not.toMatch(/undefined|\[object/);
  expect(quiet({ ...seen, abroad: [] })).toEqual([]);
});
