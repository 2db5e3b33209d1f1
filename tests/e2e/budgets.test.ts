import { describe, expect, inject, test } from "vitest";
import { chapter, home, languages, quiet, sizes, useBrowser, type Width } from "./browser.ts";

const open = useBrowser();
const KIB = 1024;
const pages = languages.flatMap((tag) => [home(tag), chapter(tag)]);
const widths = Object.keys(sizes).map(Number) as Width[];

describe.each(pages)("%s", (path) => {
  test("at most 130 KiB of JavaScript, all of it quiet and from here", async () => {
    const { page, seen, scriptBytes } = await open(path);
    // Reading to the end is not touching a figure.
    await readThrough(page);
    const bytes = await scriptBytes();
    console.info(`${path}: ${(bytes / KIB).toFixed(1)} KiB of JavaScript`);
    expect(seen.scripts.size).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(130 * KIB);
    expect(quiet(seen)).toEqual([]);
    expect(seen.fonts.length).toBeGreaterThan(0);
    for (const font of seen.fonts) expect(font).toMatch(/\.woff2$/);
  });

  test.each(widths)("at %i pixels nothing jumps and nothing sticks out", async (width) => {
    const { page, shift } = await open(path, { width });
    await page.waitForTimeout(200);
    const arriving = await shift();
    await readThrough(page);
    const reading = await shift();
    console.info(
      `${path} ${width}: shift ${arriving.toFixed(4)}, read through ${reading.toFixed(4)}`,
    );
    expect(arriving).toBeLessThanOrEqual(0.02);
    expect(reading).toBeLessThanOrEqual(0.02);
    const beyond = await page.evaluate(() => {
      scrollTo(10_000, scrollY);
      return {
        moved: scrollX,
        by: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
    expect(beyond).toEqual({ moved: 0, by: 0 });
  });

  test("its HTML holds no script of its own and the strict policy", async () => {
    const html = await (await fetch(inject("site") + path)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, body] of scripts) {
      expect(attributes).toMatch(/\bsrc="\/[^/]/);
      expect(body).toBe("");
    }
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
    const rules = new Map(
      policy.split(";").map((rule) => {
        const [name = "", ...sources] = rule.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(rules.get("default-src")).toEqual(["'none'"]);
    expect(rules.get("script-src")).toEqual(["'self'"]);
    expect(rules.get("connect-src")).toEqual(["'self'"]);
    expect(rules.get("font-src")).toEqual(["'self'"]);
    expect(policy).not.toContain("unsafe-eval");
  });
});

test("an inline script, a handler in an attribute, a data: script and eval are refused", async () => {
  const { page } = await open(chapter("en"));
  const ran = await page.evaluate(async () => {
    const mark = (name: string) => `globalThis.__ran = (globalThis.__ran ?? "") + "${name} "`;
    const inline = document.createElement("script");
    inline.textContent = mark("inline");
    const data = document.createElement("script");
    data.src = `data:text/javascript,${encodeURIComponent(mark("data"))}`;
    const button = document.createElement("button");
    button.setAttribute("onclick", mark("handler"));
    document.body.append(inline, data, button);
    button.click();
    // Outside this call: what the debugger runs is allowed to eval, what the page runs is not.
    const evaluated = await new Promise<string>((done) =>
      setTimeout(() => {
        try {
          done(String((Reflect.get(globalThis, "eval") as (s: string) => unknown)("40 + 2")));
        } catch (e) {
          done((e as Error).name);
        }
      }, 100),
    );
    return [Reflect.get(globalThis, "__ran"), evaluated];
  });
  expect(ran).toEqual([undefined, "EvalError"]);
});

async function readThrough(page: Awaited<ReturnType<typeof open>>["page"]): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
      scrollTo(0, y);
      await new Promise((next) => setTimeout(next, 40));
    }
  });
  await page.waitForLoadState("networkidle");
}
