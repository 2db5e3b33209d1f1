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
const page = (body: string) => compilePage(front + body, "x.md");
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

  test("an unknown block stays text, and its content with it", () => {
    expect(text(intro(":::spoiler{a=b}\ninside\n:::"))).toContain("inside");
    expect(text(intro("::unknown{a=b}"))).toContain("::unknown{a=b}");
  });

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
    expect(() => intro("$\\notacommand{$")).toThrow();
  });

  test("a live number is a directive inside a sentence", () => {
    const [val] = findAll(intro("It is :val{of=halfLife} steps."), "x-val");
    const [kept] = findAll(intro("It is :val{of=halfLife still} steps."), "x-val");
    expect(kept![1]).toEqual({ of: "halfLife", still: "" });
    expect(() => intro("It is :val{of=halfLife stil} steps.")).toThrow(/val knows no \{stil\}/);
    expect(val![1]).toEqual({ of: "halfLife" });
  });

  test("markup in the text stays text", () => {
    expect(JSON.stringify(intro("a <script>alert(1)</script> b"))).not.toContain('["script"');
  });
});

describe("a page that cannot be shown says which and why", () => {
  const compiling = (body: string) => () => page(body);
  test("front matter", () => {
    expect(() => compilePage("# no front matter", "x.md")).toThrow(
      "x.md:1: front matter is missing",
    );
    for (const key of ["title", "short", "kicker", "line", "summary", "goals", "minutes"]) {
      const without = front.replace(new RegExp(`^${key}:.*\\n`, "m"), "");
      expect(() => compilePage(without, "x.md")).toThrow(`x.md:1: front matter has no ${key}; add`);
    }
  });
  test("steps and figures", () => {
    expect(compiling("## A step without a name")).toThrow(/x\.md:\d+: .*\{#its-id\}/);
    expect(compiling("::figure{id=a}")).toThrow(/x\.md:\d+: a figure belongs to a step/);
    expect(compiling("## S {#s}\n\n::figure{preset=a}")).toThrow(/x\.md:\d+: ::figure needs an id/);
  });
  test("equations and numbers", () => {
    expect(compiling("::equation{}")).toThrow(/x\.md:\d+: equation needs/);
    expect(compiling("a :val{} b")).toThrow(/x\.md:\d+: val needs/);
  });
  test("questions", () => {
    expect(compiling(":::quiz{answer=1}\nWhat?\n:::")).toThrow(
      /x\.md:\d+: quiz needs a list of options/,
    );
    for (const answer of ["0", "3", "x", ""])
      expect(compiling(`:::predict{answer="${answer}"}\nWhat?\n\n1. a\n2. b\n\nWhy.\n:::`)).toThrow(
        /1 to 2/,
      );
  });
});
