// Does what nobody has the patience for, and prints the heap after a collection before and after: what leaks has grown.
//   npm run test:soak [figures]: all of them, or those named, on the course as it is built
//   MOUNTS=200  each figure's chapter is opened at it and left for the home page so many times, in one page
//   MINUTES=60  then it plays so long, over and over, at eight times its speed; 0 leaves it out
import { readFileSync, readdirSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { chaptersIn } from "../src/chapters/compile/folders.ts";
import { folderParts } from "../src/chapters/course.ts";
import { findChromium } from "../tests/e2e/serve.ts";
import { serve } from "./serve.ts";

const { MOUNTS = "200", MINUTES = "60" } = process.env;
const [mounts, minutes] = [Number(MOUNTS), Number(MINUTES)];
const named = process.argv.slice(2);
const figures = named.length > 0 ? named : everyFigure();

/** Each has a folder; beside them lies the layer's own tsconfig.json. */
function everyFigure(): string[] {
  const all = readdirSync("src/figures", { withFileTypes: true });
  return all.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The first step that a figure stands beside, as an address. */
function placeOf(id: string): string | undefined {
  for (const folder of chaptersIn("content")) {
    const steps = readFileSync(`content/en/${folder}/index.md`, "utf8").split(/^## .*\{#/m);
    const figure = new RegExp(`::figure\\{id=${id}[ }]`);
    const step = steps.slice(1).find((text) => figure.test(text));
    if (step) return `/en/${folderParts(folder)!.slug}/#${step.slice(0, step.indexOf("}"))}`;
  }
  return undefined;
}

/** Heap (MB), listeners and nodes, once nothing is left that can be collected. */
async function standing(page: Page): Promise<{ heap: number; said: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  // What a collection frees may hold what only the next one can.
  for (let k = 0; k < 3; k++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  await cdp.detach();
  const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
  const heap = of("JSHeapUsedSize") / 1e6;
  const said = `${heap.toFixed(2)} MB, ${of("JSEventListeners")} listeners, ${of("Nodes")} nodes`;
  return { heap, said };
}

/** The page goes to the figure and home again, as its links do; waits until each is drawn. */
const comeAndGo = (page: Page, place: string, id: string, times: number): Promise<void> =>
  page.evaluate(
    async ([place, id, times]) => {
      const until = async (selector: string) => {
        for (let k = 0; !document.querySelector(selector); k++) {
          if (k > 2000) throw new Error(`${selector} does not come`);
          await new Promise((next) => setTimeout(next, 10));
        }
      };
      for (let k = 0; k < times; k++) {
        history.pushState(null, "", place);
        await until(
          `.figure[data-figure="${id}"]:not(.coming) .picture :is(svg, canvas):not(.first *)`,
        );
        history.pushState(null, "", "/en/");
        await until(".home");
      }
    },
    [place, id, times] as const,
  );

async function mount(page: Page, site: string, id: string): Promise<void> {
  const place = placeOf(id);
  if (!place) return console.log(`${id}: stands in no chapter`);
  await page.goto(`${site}/en/`);
  await page.locator(".home").waitFor();
  // What is fetched and kept once is there before the count begins.
  const warm = Math.min(20, mounts);
  await comeAndGo(page, place, id, warm);
  const before = await standing(page);
  const began = Date.now();
  for (let left = mounts; left > 0; left -= 20)
    await comeAndGo(page, place, id, Math.min(20, left));
  const after = await standing(page);
  const each = (1000 * (after.heap - before.heap)) / mounts;
  console.log(
    `${id}: after ${warm} mounts ${before.said}; ${mounts} later ${after.said}: ${each.toFixed(1)} kB each, ${Math.round((Date.now() - began) / 1000)} s`,
  );
}

async function play(page: Page, site: string, id: string): Promise<void> {
  await page.goto(`${site}/en/embed/?embed=${id}&t=0`);
  await page.locator(".picture :is(svg, canvas)").first().waitFor();
  if ((await page.locator(".time .play").count()) === 0) return console.log(`${id}: has no time`);
  const speed = page.locator(".time .speed");
  for (let k = 0; k < 8 && !(await speed.textContent())?.includes("8"); k++) await speed.click();
  const loop = page.locator(".time button[aria-pressed]");
  if ((await loop.getAttribute("aria-pressed")) === "false") await loop.click();
  await page.locator(".time .play").click();
  const rounds = 5;
  for (let k = 0; k <= rounds; k++) {
    await page.waitForTimeout(k === 0 ? 2000 : (minutes * 60_000) / rounds);
    if (k > 0 && k < rounds && minutes < 5) continue;
    const at = ((k * minutes) / rounds).toFixed(1);
    console.log(
      `${id} played ${at} min at ${await speed.textContent()}: ${(await standing(page)).said}`,
    );
  }
}

const { server, address } = await serve(0);
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
for (const id of figures)
  for (const trial of [...(mounts > 0 ? [mount] : []), ...(minutes > 0 ? [play] : [])]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("pageerror", (e) => console.log(`${id}: ${e.message}`));
    await page.addInitScript("globalThis.__name = (f) => f"); // tsx calls it to keep functions' names
    await trial(page, address, id).catch((e: Error) => console.log(`${id}: ${e.message}`));
    await page.close();
  }
await browser.close();
server.closeAllConnections();
server.close();
