import type { Page } from "playwright-core";
import { sizes, type Seen, type Width } from "./browser.ts";
import { figure, readTo, stepsOf } from "./page.ts";

const KIB = 1024;
/**
 * JavaScript over the wire, and cumulative layout shift, at most. 130 KiB is the goal, of which React is some 60; zh-Hans/long-range
 * asks for 135.0 and fetches 0.8 more. A page names its own figures and equations, and of the symbols it carries their
 * letters only: what the course gains elsewhere weighs next to nothing here.
 */
export const LIGHT = 136 * KIB;
/**
 * The Mamba chapter opens on a live model's figure: 137.3 in Chinese. The playground has every system, rule and view of the course in
 * one figure: 159.6, and it fetches 0.9 more. To be brought down: the views that are not shown.
 */
const HEAVIER: Readonly<Record<string, number>> = { mamba: 138.5 * KIB, playground: 161 * KIB };
export const lightOf = (slug: string): number => HEAVIER[slug] ?? LIGHT;
export const STILL = 0.02;
export const kib = (n: number): string => `${(n / KIB).toFixed(1)} KiB`;

const widths = Object.keys(sizes).map(Number) as Width[];
export const upright = Object.fromEntries(widths.map((width) => [width, 0]));

/** Figures whose code a page has fetched: the build names the files after them. */
export const fetched = ({ scripts }: Seen): string[] =>
  [...scripts.keys()].flatMap((url) => /\/figure-([a-z0-9-]+)-[\w-]{8}\.js/.exec(url)?.[1] ?? []);

/** How far the page can be pushed sideways at each width, in pixels. */
export async function sideways(page: Page): Promise<Record<number, number>> {
  const beyond: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: sizes[width] });
    await page.waitForTimeout(150);
    beyond[width] = await page.evaluate(() => {
      scrollTo(10_000, scrollY);
      const by = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return Math.max(scrollX, by);
    });
  }
  return beyond;
}

/** Formulas that are wider than their place, by the name that is read aloud. */
export const cutFormulas = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".equation .tex:not([hidden])")]
      .filter((tex) => tex.scrollWidth > tex.clientWidth + 1)
      .map((tex) => tex.parentElement!.getAttribute("aria-label")!),
  );

/** Pictures whose box has another shape than they: what is pointed at in them would not be where it seems. */
export const misshapen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>(".picture svg[viewBox]")].flatMap((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      const { width: wide, height: high } = svg.viewBox.baseVal;
      const right = height === 0 || Math.abs((width / height) * (high / wide) - 1) < 0.01;
      return right ? [] : `${svg.ariaLabel}: ${width} × ${height} for ${wide} × ${high}`;
    }),
  );

/** What no reader should see: numbers that are none, places left unfilled. */
export const SPOILT = /NaN|undefined|\{\w+\}/;

/** Reads step after step; what a present figure says wrong. */
export async function readSteps(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, figure: beside } of await stepsOf(page)) {
    if (!beside) continue; // plain prose, at the end of the page perhaps
    await readTo(page, id);
    const said = await figure(page).evaluate((el) => el.textContent);
    if (SPOILT.test(said)) wrong.push(`${id}: ${said}`);
  }
  return [...wrong, ...(await misshapen(page))];
}
