import { expect, test } from "vitest";
import { namesIn } from "../../src/chapters/compile/equations.ts";
import { smallContent } from "./smallContent.ts";

const typeset = { name: "output", html: "", live: "", symbols: ["u", "h"] };

test("an equation and its symbols have the language's names, the English ones where it has none", async () => {
  const root = smallContent(["tag"], {
    "tag/notation.json": JSON.stringify({
      "symbols.u": ["input", "输入"],
      "symbols.h": ["hidden state", ""],
      "equations.output": ["output", "输出"],
    }),
  });
  const named = await namesIn(`${root}/tag/notation.json`);
  expect(named("output", typeset)).toMatchObject({
    name: "输出",
    names: { u: "输入", h: "hidden state" },
  });
  expect(named("other", typeset).name).toBe("output");
});

test("a language without the file has the English names", async () => {
  const named = await namesIn("/nowhere/notation.json");
  expect(named("output", typeset).names).toEqual({ u: "input", h: "hidden state" });
});
