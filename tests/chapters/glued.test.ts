import { expect, test } from "vitest";
import { compileText } from "../../src/chapters/compile/markdown.ts";

/** What is seen of a text, a stroke before each box of a formula. */
function boxes(source: string): string {
  const { intro } = compileText(source, "a.md");
  const flat = (n: unknown): string => {
    if (typeof n === "string") return n;
    const [tag, attributes, ...inside] = n as [string, { html?: string }, ...unknown[]];
    if (tag !== "x-math") return inside.map(flat).join("");
    const seen = attributes.html!.replace(/<span class="katex-mathml">.*?<\/math><\/span>/g, "");
    return seen.replaceAll('<span class="katex-base">', "|").replace(/<[^>]*>/g, "");
  };
  return intro.map(flat).join("");
}

test.each([
  ["a ($x + y$), b", "a |(x+|y), b"],
  ["状态（$x + y$），然后", "状态|（x+|y），然后"],
  ["of $Nx$’s and the $Lk$-th: it", "of |Nx’s and the |Lk-th: it"],
  ["a $xy$ b, $zz$", "a |xy b, |zz"],
  // A letter by itself is a word, and breaks as words do.
  ["so $u$, and", "so u, and"],
])("%s", (source, seen) => {
  expect(boxes(source)).toBe(seen);
});

test("what stands in a formula's box is read aloud with it", () => {
  const { intro } = compileText("（$x + y$）。", "a.md");
  const math = JSON.stringify(intro).replace(/.*<mrow>/, "");
  expect(math).toMatch(/^<mtext>（<\/mtext>.*<mtext>）。<\/mtext><\/mrow>/);
});
