// One tick of a slider in the built page: compute and draw, from the input event to the end of the frame that shows it.
// npx tsx tests/bench/tick.bench.ts
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { serve } from "../../tools/serve.ts";
import { findChromium } from "../e2e/serve.ts";

const TICKS = 200;
const STEPS = 512;

/** Milliseconds of compute and draw for each of `ticks` moves of the figure's first slider. */
async function measure(page: Page, id: string, ticks: number): Promise<number[]> {
  return page.evaluate(
    async ([figureId, n, steps]) => {
      const figure = document.querySelector<HTMLElement>(`[data-figure="${figureId}"]`)!;
      figure.scrollIntoView({ block: "center", behavior: "instant" });
      // Arriving makes another step the present one, with its setting: that first.
      await new Promise((next) => setTimeout(next, 500));
      const put = (el: HTMLInputElement, value: number) => {
        el.value = String(value);
        el.dispatchEvent(new Event("input", { bubbles: true }));
      };
      const long = figure.querySelector<HTMLInputElement>(
        '[data-control="steps"] input[type=range]',
      );
      if (long) put(long, Math.min(steps, Number(long.max)));
      const slider = figure.querySelector<HTMLInputElement>(
        '.control.number:not([data-control="steps"]) input[type=range]',
      )!;
      const [from, to] = [Number(slider.min), Number(slider.max)];
      const times: number[] = [];
      for (let k = 0; k < n + 20; k++) {
        // This frame's callbacks run in the order in which they were asked for: ours, the figure's, ours again.
        const share = 0.5 + 0.4 * Math.sin(k / 9);
        let begun = 0;
        const drawing = new Promise<number>((done) => {
          requestAnimationFrame(() => (begun = performance.now()));
          const start = performance.now();
          put(slider, from + share * (to - from));
          const computed = performance.now() - start;
          requestAnimationFrame(() => done(computed + performance.now() - begun));
        });
        times.push(await drawing);
      }
      return times.slice(20);
    },
    [id, ticks, STEPS] as const,
  );
}

const at = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!.toFixed(2);

async function main(): Promise<void> {
  const root = process.cwd();
  if (!existsSync(path.join(root, "dist/index.html")))
    execFileSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
  const { server, address: site } = await serve(0);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // tsx wraps named functions in a helper that the page does not have.
    await page.addInitScript("globalThis.__name = (f) => f;");
    await page.goto(`${site}/en/hidden-state/`, { waitUntil: "networkidle" });
    const ids = await page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>("[data-figure]")].map((f) => f.dataset.figure!),
      ),
    ]);
    for (const id of ids) {
      const sorted = (await measure(page, id, TICKS)).toSorted((a, b) => a - b);
      console.info(
        `${id}: median ${at(sorted, 0.5)} ms (goal 4), 95th percentile ${at(sorted, 0.95)} ms (goal 8)`,
      );
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

await main();
