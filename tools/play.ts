// Plays figures at eight times their speed, over and over, and prints the heap, listeners and nodes after a collection:
//   npm start, then npx tsx tools/play.ts http://localhost:4173 60 scalar-state kalman-cycle …
// Minutes for each figure; all figures where none is named. What leaks grows from line to line.
import { readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { findChromium } from "../tests/e2e/serve.ts";

const [site, minutes = "60", ...named] = process.argv.slice(2);
if (!site)
  throw new Error(
    "Where is the course served? npx tsx tools/play.ts <address> [minutes] [figures]",
  );
const figures = named.length > 0 ? named : readdirSync("src/figures");
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
for (const id of figures) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const faults: string[] = [];
  page.on("pageerror", (e) => faults.push(e.message));
  await page.goto(`${site}/en/embed/?embed=${id}&t=0`);
  await page.locator(".picture svg, .picture canvas").first().waitFor();
  if ((await page.locator(".time .play").count()) === 0) {
    console.log(`${id}: has no time`);
    await page.close();
    continue;
  }
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const speed = page.locator(".time .speed");
  for (let k = 0; k < 8 && !(await speed.textContent())?.includes("8"); k++) await speed.click();
  const loop = page.locator(".time button[aria-pressed]");
  if ((await loop.getAttribute("aria-pressed")) === "false") await loop.click();
  await page.locator(".time .play").click();
  const until = Number(minutes) * 60_000;
  const rounds = 5;
  for (let k = 0; k <= rounds; k++) {
    if (k > 0) await page.waitForTimeout(until / rounds);
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
    const heap = (of("JSHeapUsedSize") / 1e6).toFixed(2);
    const at = ((k * Number(minutes)) / rounds).toFixed(1);
    console.log(
      `${id} after ${at} min: heap ${heap} MB, ${of("JSEventListeners")} listeners, ${of("Nodes")} nodes, ${await speed.textContent()}`,
    );
  }
  if (faults.length > 0) console.log(`${id}: ${faults.join("; ")}`);
  await page.close();
}
await browser.close();
