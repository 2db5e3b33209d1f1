import { expect, test } from "vitest";
import { chapter, useBrowser } from "./browser.ts";

const open = useBrowser();

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
