// One tick of a slider in the built page: compute and draw, from the input event to the end of the frame that shows it.
// npx tsx tests/bench/tick.bench.ts
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { serve } from "../../tools/serve.ts";
import { slugs } from "../e2e/slugs.ts";
import { findChromium } from "../e2e/serve.ts";

const TICKS = 120;
const STEPS = 512;

interface Measured {
  readonly slider: string;
  readonly times: readonly number[];
}

/** Milliseconds of compute and draw for each move of every slider of a figure, at the longest sequence up to STEPS. */
async function measure(page: Page, id: string): Promise<Measured[]> {
  return page.evaluate(
    async ([figureId, ticks, steps]) => {
      const find = () => document.querySelector<HTMLElement>(`[data-figure="${figureId}"]`)!;
      find().scrollIntoView({ block: "center", behavior: "instant" });
      // Its code comes now, and arriving makes another step the present one, with its setting: that first.
      while (find().querySelector(".picture > .first"))
        await new Promise((next) => setTimeout(next, 50));
      await new Promise((next) => setTimeout(next, 500));
      const figure = find();
      const put = (el: HTMLInputElement, value: number) => {
        el.value = String(value);
        el.dispatchEvent(new Event("input", { bubbles: true }));
      };
      const long = figure.querySelector<HTMLInputElement>(
        '[data-control="steps"] input[type=range]',
      );
      if (long) put(long, Math.min(steps, Number(long.max)));
      const sliders = [
        ...figure.querySelectorAll<HTMLInputElement>(".control.number input[type=range]"),
      ].filter((el) => el !== long);
      // A figure without a slider is moved by its playhead.
      const time = figure.querySelector<HTMLInputElement>(".time input[type=range]");
      if (sliders.length === 0 && time) sliders.push(time);
      const measured: Measured[] = [];
      for (const slider of sliders) {
        const [from, to, step] = [slider.min, slider.max, slider.step].map(Number) as [
          number,
          number,
          number,
        ];
        const start = Number(slider.value);
        const times: number[] = [];
        for (let k = 0; k < ticks + 10; k++) {
          // This frame's callbacks run in the order in which they were asked for: ours, the figure's, ours again.
          const share = 0.5 + 0.4 * Math.sin(k / 9);
          const value = from + Math.round((share * (to - from)) / (step || 1)) * (step || 1);
          let begun = 0;
          const drawing = new Promise<number>((done) => {
            requestAnimationFrame(() => (begun = performance.now()));
            const asked = performance.now();
            put(slider, value);
            const computed = performance.now() - asked;
            requestAnimationFrame(() => done(computed + performance.now() - begun));
          });
          times.push(await drawing);
        }
        put(slider, start);
        const control = slider.closest<HTMLElement>("[data-control]");
        measured.push({ slider: control?.dataset.control ?? "time", times: times.slice(10) });
      }
      return measured;
    },
    [id, TICKS, STEPS] as const,
  );
}

const at = (times: readonly number[], q: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(q * times.length))]!;

/** The slider that asks most of its figure: what a reader feels. */
function report(id: string, measured: readonly Measured[]): string {
  const [worst] = measured.toSorted((a, b) => at(b.times, 0.5) - at(a.times, 0.5));
  if (!worst) return `${id}: nothing to slide`;
  const { slider, times } = worst;
  const [median, late] = [at(times, 0.5), at(times, 0.95)];
  const goal = median <= 4 && late <= 8 ? "" : "  over the goal";
  return `${id}: median ${median.toFixed(2)} ms (goal 4), 95th percentile ${late.toFixed(2)} ms (goal 8), slowest of ${measured.length}: ${slider}${goal}`;
}

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
    for (const slug of slugs) {
      await page.goto(`${site}/en/${slug}/`, { waitUntil: "networkidle" });
      const ids = await page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll<HTMLElement>("[data-figure]")].map(
            (f) => f.dataset.figure!,
          ),
        ),
      ]);
      console.info(slug);
      for (const id of ids) console.info(`  ${report(id, await measure(page, id))}`);
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

await main();
