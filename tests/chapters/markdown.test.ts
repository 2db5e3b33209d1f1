import { describe, expect, test } from "vitest";
import { compilePage } from "../../src/chapters/compile/markdown.ts";
import { findAll, type Node } from "../../src/chapters/page.ts";

const front = `---
title: T
short: S
kicker: K
line: L
summary: Sum
goals: [one]
minutes: 5
---
`;
const page = (body: string) => compilePage(`${front}${body}\n\n## End {#end}\n`, "x.md");
const intro = (body: string) => page(body).intro;
const text = (nodes: readonly Node[]): string =>
  nodes.map((n) => (typeof n === "string" ? n : text(n.slice(2) as Node[]))).join("");

describe("Markdown, where it is known to bite", () => {
  test.each([
    "at 10:30",
    "a ratio of 3:1",
    "see :emoji: here",
    "note:this",
    "a :b[c]{d=e} f",
    "x::y",
  ])("%s stays as it is", (line) => expect(text(intro(line))).toBe(line));

  test("bold before a full-width bracket is bold", () => {
    const nodes = intro("这是**隐状态**（hidden state）和**“引号”**的例子");
    expect(findAll(nodes, "strong").map((n) => text(n.slice(2) as Node[]))).toEqual([
      "隐状态",
      "“引号”",
    ]);
    expect(text(nodes)).not.toContain("*");
  });

  test("mathematics is rendered, and its symbols carry their name", () => {
    const [math] = findAll(intro("With $A = 1$ and $h_{t+1}$."), "x-math");
    expect(math![1].html).toContain('data-symbol="A"');
  });

  test("a live number is a directive inside a sentence", () => {
    const [val] = findAll(intro("It is :val{of=halfLife} steps."), "x-val");
    const [kept] = findAll(intro("It is :val{of=halfLife still} steps."), "x-val");
    expect(kept![1]).toEqual({ of: "halfLife", still: "" });
    expect(val![1]).toEqual({ of: "halfLife" });
  });

  test("markup in the text stays text", () => {
    expect(JSON.stringify(intro("a <script>alert(1)</script> b"))).not.toContain('["script"');
  });
});
