import { describe, expect, inject, test } from "vitest";
import { chapter, chapters, home, languages, useBrowser } from "./browser.ts";

const open = useBrowser();
const pages = [...languages.map(home), ...chapters.map(({ path }) => path)];

describe.each(pages)("%s", (path) => {
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
