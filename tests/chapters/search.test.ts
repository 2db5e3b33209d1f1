import { beforeAll, describe, expect, test, vi } from "vitest";
import { around, asksFor, marked, openIndex } from "../../src/app/search/find.ts";
import { indexOf, searchedIn } from "../../src/chapters/compile/searchable.ts";
import { compilePage } from "../../src/chapters/compile/markdown.ts";
import { termsOf } from "../../src/chapters/terms.ts";
import { page } from "./smallContent.ts";

describe("terms", () => {
  test("words in lower case, Chinese in pairs, the last character by itself", () => {
    expect(termsOf("The S6-layer, Δ = 0.5: HiPPO’s")).toEqual(
      ["the", "s6", "layer", "δ", "0", "5", "hippo", "s"], // prettier-ignore
    );
    expect(termsOf("用S4的选择性机制。")).toEqual([
      "用",
      "s4",
      "的选",
      "选择",
      "择性",
      "性机",
      "机制",
      "制",
    ]);
    expect(termsOf("ＭＡＭＢＡ")).toEqual(["mamba"]);
  });
  test("blanks and signs ask for nothing", () => {
    expect(asksFor("  … ?")).toBe(false);
    expect(asksFor("核")).toBe(true);
  });
});

const written = `${page("Kalman")}
Opening words about bells.

## The gain {#gain}

::figure{id=kalman-cycle}

::equation{id=gain}

How far the estimate moves, with $K$ and a remark on selective memory 选择性机制.

:::predict{answer=1}
What is the answer?

1. One
2. Two

Because of the hidden reason.
:::

:::teacher
Bring chalk.
:::
`;

describe("an index", () => {
  let find: Awaited<ReturnType<typeof openIndex>>;
  beforeAll(async () => {
    const { marks: _, ...compiled } = compilePage(written, "content/en/20-kalman/index.md");
    const said = async () => ({
      name: "Kalman gain",
      html: "",
      live: "",
      symbols: ["P"],
      names: { P: "state covariance" }, // prettier-ignore
    });
    const steps = await searchedIn("20-kalman", compiled, said, () => "A cycle in four steps");
    const index = indexOf(steps);
    vi.doMock("../../src/chapters/load.ts", () => ({ loadIndex: async () => index }));
    vi.resetModules();
    find = await (await import("../../src/app/search/find.ts")).openIndex("en");
  });
  const places = (asked: string) => find(asked).best.map(({ slug, id }) => `${slug}#${id}`);

  test.each([
    ["a word of the text", "estimate"],
    ["its beginning", "estim"],
    ["a slip in it", "estimte"],
    ["a Chinese word inside a sentence", "选择性"],
    ["one Chinese character, at the end of a word", "制"],
    ["the name of an equation", "kalman gain"],
    ["a symbol’s name", "covariance"],
    ["the figure", "cycle"],
    ["why an answer is right", "hidden reason"],
    ["a note to the teacher", "chalk"],
  ])("is found by %s", (_, asked) => expect(places(asked)).toEqual(["kalman#gain"]));

  test("every word has to be there, and what is not there is not found", () => {
    expect(places("estimate chalk")).toEqual(["kalman#gain"]);
    expect(places("estimate zebra")).toEqual([]);
    expect(places("择选")).toEqual([]);
    expect(places("bells")).toEqual(["kalman#"]);
  });
  test("a result shows no answer", () => {
    const [hit] = find("gain").best;
    expect(hit!.text.map((p) => p.text).join("")).not.toContain("reason");
    expect(hit!.title.find((p) => p.found)?.text.toLowerCase()).toBe("gain");
  });
});

test("what is found is marked from the beginning of a word", () => {
  expect(marked("Again a gain.", ["gain"])).toEqual([
    { text: "Again a ", found: false },
    { text: "gain", found: true },
    { text: ".", found: false },
  ]);
});
test("of a Chinese word all characters are marked, and no others", () => {
  const found = marked("用卡尔曼增益，曼声", ["卡尔", "尔曼", "曼增", "增益"]).filter(
    (p) => p.found,
  );
  expect(found).toEqual([{ text: "卡尔曼增益", found: true }]);
});
test("the stretch around a find holds it", () => {
  const text = `${"word ".repeat(100)}needle ${"word ".repeat(100)}`;
  expect(around(text, ["needle"])).toMatch(/^… .*needle.* …$/);
  expect(around("很".repeat(300) + "针" + "很".repeat(300), ["针"])).toMatch(/^… .*针.* …$/);
  expect(around("short", [])).toBe("short");
});
