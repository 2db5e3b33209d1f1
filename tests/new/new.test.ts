import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { comingIn } from "../../src/chapters/compile/course.ts";
import { tagsIn } from "../../src/chapters/compile/folders.ts";
import { newChapter } from "../../tools/new/chapter.ts";
import { newEquation } from "../../tools/new/equation.ts";
import { newFigure } from "../../tools/new/figure.ts";
import { newLanguage } from "../../tools/new/language.ts";
import { newWords, pairsOf } from "../../tools/new/words.ts";
import { scratchCopy } from "./scratch.ts";

const { root, read, write, run } = scratchCopy();
const promised = { kicker: "More", short: "A promise", line: "What is announced" };
for (const tag of ["en", "zh-Hans"]) {
  const others = comingIn(path.join(root, "content"), tag);
  write(`content/${tag}/coming.json`, JSON.stringify({ ...others, "85-my-promise": promised }));
}

describe("npm run new", () => {
  test("lays a figure, an equation, a chapter that was announced and one that was not, a language", async () => {
    const laid = [
      await newFigure(root, "my-lamp"),
      newEquation(root, "my-rule"),
      newChapter(root, "my-promise"),
      newChapter(root, "45-my-detour"),
      await newLanguage(root, "de"),
    ].flatMap(({ files }) => files);
    expect(laid).toEqual(
      expect.arrayContaining([
        "src/figures/my-lamp/figure.ts",
        "content/zh-Hans/figures/my-lamp.json",
        "src/equations/my-rule.ts",
        "content/zh-Hans/notation.json",
        "content/en/85-my-promise/index.md",
        "content/zh-Hans/85-my-promise/index.md",
        "content/en/45-my-detour/index.md",
        "content/de/figures/my-lamp.json",
      ]),
    );
    expect(read("content/en/85-my-promise/index.md")).toMatch(/^short: "A promise"$/m);
    expect(read("content/en/coming.json")).not.toContain("85-my-promise");
    expect(read("content/zh-Hans/coming.json")).not.toContain("85-my-promise");
    expect(JSON.parse(read("content/zh-Hans/figures/my-lamp.json"))).toMatchObject({
      title: ["A state that is left to itself", ""],
    });
    expect(JSON.parse(read("content/de/language.json"))).toEqual({
      tag: "de",
      name: "Deutsch",
      short: "DE",
      dir: "ltr",
      partial: true,
    });
  }, 120_000);

  test("lays what is missing of something that stands, and never writes over it", async () => {
    const kalman = newChapter(root, "kalman");
    expect(kalman.files).toEqual(["content/de/20-kalman/index.md"]);
    expect(kalman.next).toMatch(/^Translate: /);
    expect(() => newChapter(root, "kalman")).toThrow(/20-kalman is there already/);
    await expect(newFigure(root, "my-lamp")).rejects.toThrow(/my-lamp is there already/);
    expect(() => newEquation(root, "my-rule")).toThrow(/my-rule\.ts is there already/);
    await expect(newLanguage(root, "de")).rejects.toThrow(/content\/de is there already/);
  });

  test("brings words up to a figure: what is the same stays, what is new or about another sentence waits", () =>
    expect(
      pairsOf(
        { same: "A", other: "New", more: "C" },
        { same: ["A", "甲"], other: ["Old", "乙"], gone: ["D", "丁"] },
      ),
    ).toEqual({ same: ["A", "甲"], other: ["New", ""], more: ["C", ""] }));

  test("an equation more is a line more, and a name changed is asked for", async () => {
    const names = "content/zh-Hans/notation.json";
    const own = readFileSync(names, "utf8");
    const one = '"equations.my-rule": ["The output is C times the hidden state", ""]';
    expect(read(names)).toBe(own.replace(/\n\}\n$/, `,\n  ${one}\n}\n`));
    const rule = "src/equations/my-rule.ts";
    write(rule, read(rule).replace("The output is C times the hidden state", "My rule"));
    const said = run("tsx", "tools/new/new.ts", "words");
    expect(said).toContain(`wrote ${names}\n`);
    expect(said).toContain(`${names} (1)`);
    expect(read(names)).toContain('"equations.my-rule": ["My rule", ""]');
    expect(run("tsx", "tools/new/new.ts", "words")).toBe("0\nNo string is empty.\n");
  }, 120_000);

  test("what a kind of parameter says is known from other figures", async () => {
    const params = "src/figures/my-lamp/params.ts";
    const before = read(params);
    const more = `input: signal({ label: "Input", symbol: "u", initial: { kind: "step" } }),\n};`;
    write(
      params,
      `import { signal } from "../../kit/params/signal.ts";\n${before.replace("};", more)}`,
    );
    const words = "content/zh-Hans/figures/my-lamp.json";
    // In a process of its own: here the figure was taken in already.
    expect(run("tsx", "tools/new/new.ts", "words", "my-lamp")).toContain(`${words} (`);
    expect(JSON.parse(read(words))).toMatchObject({
      "params.input": ["Input", ""],
      "params.input.noise": ["Noise", "噪声"],
    });
    write(params, before);
    run("tsx", "tools/new/new.ts", "words", "my-lamp");
    expect(read(words)).not.toContain("params.input");
  }, 120_000);

  test("refuses in a sentence what has no such name", async () => {
    await expect(newFigure(root, "My")).rejects.toThrow(
      /“My” is no name of a figure: small letters/,
    );
    expect(() => newChapter(root, "9")).toThrow(/“9” is no name of a chapter/);
    expect(() => newChapter(root, "46-my-detour")).toThrow(/place already: .*45-my-detour/);
    await expect(newLanguage(root, "pt-br")).rejects.toThrow(/no tag of a language: write pt-BR/);
    await expect(newLanguage(root, "x")).rejects.toThrow(/no tag of a language, such as de/);
    await expect(newWords(root, "nobody")).rejects.toThrow(/There is no figure nobody/);
    const said = run("tsx", "tools/new/new.ts", "thing", "x");
    expect(said).toBe("1\nnpm run new figure|equation|chapter|language|words <id>\n");
  }, 60_000);
});

/** A course of one chapter, its figures and what is new: to take in all others would take nearly all the time. */
function keepOne(chapter: string, mine: readonly string[], figure: string): void {
  const text = read(`content/en/${chapter}/index.md`);
  const figures = [figure, ...[...text.matchAll(/::figure\{id=([\w-]+)/g)].map(([, id]) => id!)];
  const tags = tagsIn(`${root}/content`);
  const folders = tags.flatMap((tag) => within(`content/${tag}`).filter((f) => /\/\d+-/.test(f)));
  const words = tags.flatMap((tag) => within(`content/${tag}/figures`));
  const drawn = within("src/figures").filter((file) => !file.endsWith(".json"));
  for (const file of folders) if (![chapter, ...mine].includes(path.basename(file))) drop(file);
  for (const file of [...drawn, ...words])
    if (!figures.includes(path.basename(file, ".json"))) drop(file);
}
const within = (folder: string) =>
  existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`).map((f) => `${folder}/${f}`)
    : [];
const drop = (file: string) => rmSync(`${root}/${file}`, { recursive: true });

describe("the skeletons, as they stand", () => {
  const mine = ["src/figures/my-lamp", "src/equations/my-rule.ts"];

  test("are formatted and clean", () => {
    expect(run("oxfmt", "--check", ...mine)).toMatch(/^0\n/);
    expect(run("oxlint", "--deny-warnings", ...mine)).toMatch(/^0\n/);
  });

  test("have the types of the house", () => {
    write(
      "tsconfig.json",
      JSON.stringify({
        extends: "./tsconfig.base.json",
        compilerOptions: {
          composite: false,
          emitDeclarationOnly: false,
          noEmit: true,
          lib: ["ES2023", "DOM"],
        },
        files: ["src/figures/my-lamp/figure.ts", "src/equations/my-rule.ts"],
      }),
    );
    expect(run("tsc", "-p", "tsconfig.json")).toMatch(/^0\n/);
  });

  test("pass the tests that every figure, equation, chapter and language passes", () => {
    keepOne("10-hidden-state", ["45-my-detour", "85-my-promise"], "my-lamp");
    const figures = ["figures/figures", "figures/pictures", "figures/spoilt"];
    const files = [...figures, "equations", "kit/numpy", "content"];
    const said = run(
      "vitest",
      "run",
      "--project=node",
      "--project=dom",
      "-t",
      "my-lamp|my-rule|my-promise|my-detour|translated|announced|sentences|built like|fresh",
      ...files.map((file) => `tests/${file}.test.ts`),
    );
    expect(said).toMatch(/^0\n/);
    expect(said).toMatch(
      /Shown in English in zh-Hans: 45-my-detour, 85-my-promise, figures\/my-lamp/,
    );
  }, 300_000);
});
