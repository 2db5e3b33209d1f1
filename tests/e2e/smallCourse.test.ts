import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sirv from "sirv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import { goTo, home, quiet, reload, useBrowser } from "./browser.ts";
import { figure, readThrough, readTo, settleAddress, stepsOf } from "./page.ts";

// A copy of the house with its first chapter alone and a language that has only just begun, built for a folder of its host.
const root = mkdtempSync(path.join(tmpdir(), "hidden-state-small-"));
const [folder] = chaptersIn("content") as [string];
const slug = folder.replace(/^\d+-/, "");
// Built as anybody builds it: what the test run calls itself would leave out what only a finished site does.
const { NODE_ENV: _, ...own } = process.env;
const env = { ...own, BASE: "/course/" };
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

test("from plain files without a header it searches, fetches a model, works beside the page, and stays when they are gone", async () => {
  const files = sirv(path.join(root, "dist"));
  const host = createServer((request, response) => {
    request.url = request.url!.replace(/^\/course(?=\/)/, "");
    files(request, response, () => void response.writeHead(404).end());
  }).listen(0);
  const plain = `http://course.localhost:${(host.address() as AddressInfo).port}/course`;
  const { page, seen } = await open(home("en"), { site: plain });
  const asked: string[] = [];
  page.on("request", (r) => asked.push(r.url()));
  page.on("worker", (w) => asked.push(`worker ${w.url()}`));

  await page.keyboard.press("/");
  await page.locator("dialog.search input").fill("half life");
  await page.locator("dialog.search a").first().click();
  await page.waitForURL(`**/course/en/${slug}/**`);
  const embed = (figure: string) => goTo(page, `${plain}/en/embed/?embed=${figure}`);
  await embed("mamba-live");
  await expect.poll(() => asked.some((url) => /\/course\/models\/.*\.bin$/.test(url))).toBe(true);
  await embed("train-pair");
  await page.locator(".task button:visible").first().click();
  await expect.poll(() => asked.some((url) => /^worker .*\/course\//.test(url))).toBe(true);

  // The page that was embedded keeps nothing; one of the course does.
  await goTo(page, `${plain}/en/${slug}/`);
  const kept = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(kept, { timeout: 120_000 }).toBe("activated");
  host.closeAllConnections();
  await new Promise((closed) => host.close(closed));
  await goTo(page, `${plain}/zh-Hans/${slug}`);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
  await reload(page);
  await figure(page).locator(".control").first().waitFor({ state: "attached" });
  expect(asked.map((url) => url.replace("worker ", "")).filter((url) => !within(url))).toEqual([]);
  expect(seen.said).toEqual([]);
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
