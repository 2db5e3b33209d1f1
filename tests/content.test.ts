import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePage } from "../src/chapters/compile/markdown.ts";
import { findAll, type Node, type Page } from "../src/chapters/page.ts";
import { notation } from "../src/notation.ts";
import type { Equation } from "../src/kit/equation.ts";
import { stamped, stampOf, translations } from "../tools/stamp-translations.ts";
import { everyFigure, placeholders } from "./figures/everyFigure.ts";

const equations = import.meta.glob<Equation>("../src/equations/*.ts", {
  eager: true,
  import: "default",
});
const equationIds = Object.values(equations).map((e) => e.id);
const figureOf = (id: string) => everyFigure.find(({ figure }) => figure.id === id)?.figure;

const read = (file: string) => readFileSync(file, "utf8");
const pairs = translations("content");
const chapters = [...new Set(pairs.map(([, english]) => english))];
const tags = [...new Set(pairs.map(([translated]) => translated.split("/")[1]!))];

const bodies = (page: Page): readonly Node[] => [
  ...page.intro,
  ...page.steps.flatMap((s) => s.body),
];
const plain = (nodes: readonly Node[]): string =>
  nodes.map((n) => (typeof n === "string" ? n : plain(n.slice(2) as Node[]))).join(" ");

test("there are chapters, each in two languages", () => {
  expect(chapters.length).toBeGreaterThan(0);
  expect(tags).toContain("zh-Hans");
});

for (const file of new Set(pairs.flat()))
  describe(`page ${file}`, () => {
    const page = compilePage(read(file), file);

    test("names figures, presets and readouts that exist", () => {
      for (const step of page.steps) {
        const figure = step.figure === undefined ? undefined : figureOf(step.figure);
        if (step.figure !== undefined) {
          expect(figure, `${step.id}: no figure ${step.figure}`).toBeDefined();
          if (step.preset) expect(Object.keys(figure!.presets), step.id).toContain(step.preset);
        }
        for (const [, { of }] of findAll(step.body, "x-val"))
          expect(Object.keys(figure?.readouts ?? {}), `${step.id}: :val`).toContain(of);
        for (const [, { then }] of findAll(step.body, "x-predict"))
          if (then) expect(Object.keys(figure?.presets ?? {}), `${step.id}: then=`).toContain(then);
      }
    });

    test("names equations that exist", () => {
      for (const [, { id }] of findAll(bodies(page), "x-equation"))
        expect(equationIds).toContain(id);
    });

    test("gives each step an id of its own", () => {
      const ids = page.steps.map((s) => s.id);
      expect(ids).toEqual([...new Set(ids)]);
    });

    test("explains every answer, and offers options that differ", () => {
      for (const tag of ["x-predict", "x-quiz"])
        for (const [, , ...parts] of findAll(bodies(page), tag)) {
          const texts = (name: string) =>
            findAll(parts, "x-part")
              .filter((p) => p[1].name === name)
              .map((p) => plain(p.slice(2) as Node[]).trim());
          expect(texts("question")[0]).toBeTruthy();
          expect(texts("why")[0], texts("question")[0]).toBeTruthy();
          expect(texts("option")).toEqual([...new Set(texts("option"))]);
        }
    });

    test("leaves no mark of its making in the text", () => {
      const shown = [page.title, page.summary, ...page.goals, plain(bodies(page))].join("\n");
      expect(shown).not.toMatch(/\*\*|:::|\{#|\{of=|::(figure|equation)|\]\(http|\bTODO\b/);
    });
  });

/** What two languages must share: the order of everything that is not prose. */
const skeleton = (page: Page) => ({
  minutes: page.minutes,
  goals: page.goals.length,
  intro: outline(page.intro),
  steps: page.steps.map(({ id, figure, preset, body }) => ({
    id,
    figure,
    preset,
    body: outline(body),
  })),
});

function outline(nodes: readonly Node[]): string[] {
  return nodes.flatMap((n) => {
    if (typeof n === "string") return [];
    const [tag, attributes, ...inside] = n;
    switch (tag) {
      case "x-equation":
        return [`equation ${attributes.id}`];
      case "x-val":
        return [`val ${attributes.of}`];
      case "x-predict":
      case "x-quiz": {
        const options = findAll(inside, "x-part").filter((p) => p[1].name === "option").length;
        return [`${tag} answer ${attributes.answer} of ${options} then ${attributes.then}`];
      }
      case "x-myth":
      case "x-teacher":
        return [tag, ...outline(inside)];
      case "a":
        return [`link ${attributes.href}`];
      default:
        return outline(inside);
    }
  });
}

/** The order inside one step is grammar where it is live numbers and links: there the languages may differ. */
const sorted = (page: Page) => {
  const { steps, intro, ...rest } = skeleton(page);
  const order = (o: string[]) => [
    ...o.filter((x) => !/^(val|link)/.test(x)),
    ...o.filter((x) => /^(val|link)/.test(x)).toSorted(),
  ];
  return { ...rest, intro: order(intro), steps: steps.map((s) => ({ ...s, body: order(s.body) })) };
};

describe.each(pairs)("%s", (translated, english) => {
  test("is built like its English page", () => {
    expect(existsSync(english), `${english} is missing`).toBe(true);
    const [mine, source] = [translated, english].map((f) => sorted(compilePage(read(f), f)));
    expect(mine).toEqual(source);
  });

  test("is fresh", () => {
    const source = /^source:\s*"?([0-9a-f]*)"?\s*$/m.exec(read(translated))?.[1];
    expect(
      source,
      `${english} has changed since this translation. Bring the translation up to date, then run: npx tsx tools/stamp-translations.ts`,
    ).toBe(stampOf(read(english)));
  });
});

test.each(chapters)("%s: a step is a short text", (file) => {
  const prose = (nodes: readonly Node[]): string =>
    plain(
      nodes.filter((n) => typeof n === "string" || !/^x-(predict|quiz|myth|teacher)$/.test(n[0])),
    );
  const outliers = compilePage(read(file), file)
    .steps.map((s) => ({ id: s.id, words: prose(s.body).split(/\s+/).filter(Boolean).length }))
    // A step that is nothing but its check has no text of its own.
    .filter(({ words }) => words > 0 && (words < 25 || words > 130));
  if (outliers.length > 0)
    console.info(`${file}: outside 25–130 words: ${outliers.map((o) => `${o.id} (${o.words})`)}`);
  for (const { id, words } of outliers) expect(words, `step ${id}`).toBeLessThan(220);
});

describe.each(tags)("the sentences of %s", (tag) => {
  const both = (name: string) =>
    [`content/en/${name}.json`, `content/${tag}/${name}.json`].map(
      (file) => JSON.parse(read(file)) as Record<string, never>,
    ) as [Record<string, never>, Record<string, never>];

  test.each(["ui", "import"])("%s.json: the same keys and places, nothing empty", (name) => {
    const [english, mine] = both(name) as Record<string, string>[] as [
      Record<string, string>,
      Record<string, string>,
    ];
    expect(Object.keys(mine).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [k, sentence] of Object.entries(mine)) {
      expect(sentence.trim(), k).not.toBe("");
      expect(placeholders(sentence), k).toEqual(placeholders(english[k]!));
    }
  });

  test("notation.json: every symbol and every equation, from the present English", () => {
    const mine = JSON.parse(read(`content/${tag}/notation.json`)) as Record<
      string,
      [string, string]
    >;
    const english = Object.fromEntries([
      ...Object.entries(notation).map(([id, n]) => [`symbols.${id}`, n.name]),
      ...Object.values(equations).map((e) => [`equations.${e.id}`, e.name]),
    ]);
    expect(Object.fromEntries(Object.entries(mine).map(([k, [en]]) => [k, en]))).toEqual(english);
    for (const [k, [, translated]] of Object.entries(mine))
      expect(translated.trim(), k).not.toBe("");
  });
});

test("a stamp is set once, and only in the front matter", () => {
  const page = '---\ntitle: x\nsource: ""\n---\n\nsource: text\n';
  const once = stamped(page, "English");
  expect(once).toBe(page.replace('""', `"${stampOf("English")}"`));
  expect(stamped(once, "English")).toBe(once);
  expect(stamped(once, "Other")).not.toBe(once);
  expect(() => stamped("no front matter", "English")).toThrow(/source/);
});
