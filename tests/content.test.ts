import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { difference } from "../src/chapters/compile/compare.ts";
import { comingIn } from "../src/chapters/compile/course.ts";
import { chaptersIn, sentencesIn, tagsIn } from "../src/chapters/compile/folders.ts";
import { checkIds } from "../src/chapters/compile/ids.ts";
import { languageIn, untranslated } from "../src/chapters/compile/lacks.ts";
import type { Node, Page } from "../src/chapters/page.ts";
import { notation } from "../src/symbols/table.ts";
import type { Equation } from "../src/kit/equation.ts";
import { stale, stamped, stampOf, translations } from "../tools/stamp-translations.ts";
import { compiled } from "./compiled.ts";
import { everyFigure, placeholders } from "./figures/everyFigure.ts";

const equations = import.meta.glob<Equation>("../src/equations/*.ts", {
  eager: true,
  import: "default",
});
const known = {
  figures: everyFigure.map(({ figure }) => figure.id),
  equations: Object.values(equations).map((e) => e.id),
  figure: (id: string) => everyFigure.find(({ figure }) => figure.id === id)?.figure,
};

const read = (file: string) => readFileSync(file, "utf8");
const pairs = translations("content");
const chapters = chaptersIn("content").map((folder) => `content/en/${folder}/index.md`);
/** The languages that are to be whole. */
const tags = tagsIn("content").filter(
  (tag) => tag !== "en" && !languageIn("content", tag, known.figures).partial,
);

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

test.each(tags)(
  "what is not yet translated into %s is said, and is in no translated page",
  (tag) => {
    const { lacks } = languageIn("content", tag, known.figures);
    if (lacks.length > 0) console.warn(`Shown in English in ${tag}: ${lacks.join(", ")}`);
    expect(lacks, `content/${tag}: ui, import and notation.json hold every sentence`).not.toContain(
      "ui",
    );
    for (const [translated] of pairs.filter(([file]) => file.startsWith(`content/${tag}/`)))
      for (const { figure } of compiled(translated).steps)
        expect(
          lacks,
          `${translated} is translated, but not the words of its figure: fill in the empty strings of content/${tag}/figures/${figure}.json`,
        ).not.toContain(`figures/${figure}`);
  },
);

test("what is announced is not there yet", () => {
  const stands = Object.keys(comingIn("content", "en")).filter((folder) =>
    chapters.includes(`content/en/${folder}/index.md`),
  );
  expect(stands, "take these off content/<tag>/coming.json: their pages stand").toEqual([]);
});

/** Where links into the course may lead: "../kalman/", "../kalman/#gain". */
const places = new Set(
  chapters.flatMap((file) => {
    const slug = /\d+-([^/]+)\/index\.md$/.exec(file)![1]!;
    return [`../${slug}/`, ...compiled(file).steps.map(({ id }) => `../${slug}/#${id}`)];
  }),
);

test.each([...new Set([...chapters, ...pairs.flat()])].filter((f) => f.endsWith(".md")))(
  "%s: its links lead to other sites, or to a step that exists",
  (file) => {
    const page = compiled(file);
    const here = new Set(page.steps.map(({ id }) => `#${id}`));
    const nowhere = page.marks
      .filter(({ name }) => name === "link")
      .map(({ attributes }) => attributes.href!)
      .filter((href) => !/^(https|cite):/.test(href) && !places.has(href) && !here.has(href));
    expect(nowhere).toEqual([]);
  },
);

test.each([...new Set([...chapters, ...pairs.flat()])].filter((f) => f.endsWith(".md")))(
  "%s: chapters are named as readers count them, not by their folders",
  (file) => {
    const named = read(file).matchAll(/[Cc]hapters? (\d+)|第 ?(\d+) ?章/g);
    for (const [text, en, zh] of named)
      expect(Number(en ?? zh), text).toBeLessThanOrEqual(chapters.length);
  },
);

for (const file of new Set([...chapters, ...pairs.flat()]))
  describe(`page ${file}`, () => {
    const page = compiled(file);

    test("names what there is", () => checkIds(page, file, known));

    test("leaves no mark of its making in the text", () => {
      const shown = [page.title, page.summary, ...page.goals, plain(bodies(page))].join("\n");
      expect(shown).not.toMatch(/\*\*|:::|\{#|\{of=|::(figure|equation)|\]\(http|\bTODO\b/);
    });
  });

describe.each(pairs)("%s", (translated, english) => {
  test("is built like its English page", () => {
    const [mine, source] = [translated, english].map((file) => ({
      file,
      page: compiled(file),
    }));
    const found = difference(mine!, source!);
    if (found) throw found;
  });

  test("is fresh", () => {
    const found = stale(translated, read(translated), read(english));
    if (found) throw found;
  });
});

test.each(chapters)("%s: a step is a short text", (file) => {
  // A table is looked up, not read from end to end.
  const apart = /^(x-(predict|quiz|myth|teacher)|table)$/;
  const prose = (nodes: readonly Node[]): string =>
    plain(nodes.filter((n) => typeof n === "string" || !apart.test(n[0])));
  const outliers = compiled(file)
    .steps.map((s) => ({ id: s.id, words: prose(s.body).split(/\s+/).filter(Boolean).length }))
    // A step that is nothing but its check has no text of its own.
    .filter(({ words }) => words > 0 && (words < 25 || words > 130));
  if (outliers.length > 0)
    console.info(`${file}: outside 25–130 words: ${outliers.map((o) => `${o.id} (${o.words})`)}`);
  for (const { id, words } of outliers) expect(words, `step ${id}`).toBeLessThan(220);
});

describe.each(tags)("the sentences of %s", (tag) => {
  const both = (name: string) =>
    [`content/en/${name}`, `content/${tag}/${name}`].map(
      (file) => JSON.parse(read(file)) as Record<string, never>,
    ) as [Record<string, never>, Record<string, never>];

  test.each(sentencesIn("content"))("%s: the same keys and places, nothing empty", (name) => {
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
    expect(
      Object.fromEntries(Object.entries(mine).map(([k, [en]]) => [k, en])),
      "its keys and English: npm run new words",
    ).toEqual(english);
    // An equation that no translated page shows may wait for its name.
    const shown = pairs
      .filter(([file]) => file.startsWith(`content/${tag}/`))
      .flatMap(([file]) => compiled(file).marks)
      .flatMap((m) => (m.name === "equation" ? [`equations.${m.attributes.id}`] : []));
    const waiting = untranslated(`content/${tag}/notation.json`);
    if (waiting.length > 0) console.warn(`${tag}: no name yet for ${waiting.join(", ")}`);
    expect(waiting.filter((key) => key.startsWith("symbols.") || shown.includes(key))).toEqual([]);
  });
});

test("a stamp is set once, and only in the front matter", () => {
  const page = '---\ntitle: x\nsource: ""\n---\n\nsource: text\n';
  const once = stamped("x.md", page, "English");
  expect(once).toBe(page.replace('""', `"${stampOf("English")}"`));
  expect(stamped("x.md", once, "English")).toBe(once);
  expect(stamped("x.md", once, "Other")).not.toBe(once);
  expect(stale("x.md", once, "English")).toBeUndefined();
  expect(stale("x.md", once, "Other")?.message).toMatch(
    /^x\.md:3: .* changed .*; bring .* npx tsx tools\/stamp-translations\.ts$/,
  );
  for (const none of ["no front matter", "---\ntitle: x\n---\n"]) {
    expect(() => stamped("x.md", none, "English")).toThrow(/^x\.md:1: .*; add source: ""/);
    expect(stale("x.md", none, "English")?.message).toMatch(/^x\.md:1: /);
  }
});
