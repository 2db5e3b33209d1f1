import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { notation } from "../../src/symbols/table.ts";
import type { Equation } from "../../src/kit/equation.ts";
import type { BookPage } from "../../src/chapters/book.ts";
import { bookPage } from "../../src/chapters/compile/book.ts";
import { checksOf } from "../../src/chapters/compile/book/checksOf.ts";
import { symbolNotes } from "../../src/chapters/compile/book/notation.ts";
import { chaptersIn, tagsIn, unitsIn } from "../../src/chapters/compile/folders.ts";
import { languageIn } from "../../src/chapters/compile/lacks.ts";
import { libraryOf, type Library } from "../../src/chapters/compile/library.ts";
import { compileText } from "../../src/chapters/compile/markdown.ts";
import { renderEquation } from "../../src/chapters/compile/math.ts";
import { references } from "../../src/chapters/compile/references.ts";
import { searchedInBook } from "../../src/chapters/compile/searchable.ts";
import { compiled } from "../compiled.ts";
import { folderParts } from "../../src/chapters/course.ts";
import { findAll, type Node } from "../../src/chapters/page.ts";

const equations = import.meta.glob<Equation>("../../src/equations/*.ts", {
  eager: true,
  import: "default",
});
const content = path.resolve("content");
const names = unitsIn(content);
/** The languages that are to be whole. */
const tags = tagsIn(content).filter((tag) => !languageIn(content, tag, []).partial);
const slugOf = (name: string) => folderParts(name.slice(name.indexOf("/") + 1))!.slug;

const reading = {
  readPage: async (_file: string, name: string) => {
    const { steps, marks: _, ...page } = compiled(name);
    return { page, steps };
  },
  mathOf: async (_: string, id: string) => (typeset[id] ??= math(id)),
};
const typeset: Record<string, ReturnType<typeof math>> = {};
function math(id: string) {
  const { name, tex } = equations[`../../src/equations/${id}.ts`]!;
  return { name, ...renderEquation(tex) };
}

const libraries = new Map<string, Library>();
const pages = new Map<string, BookPage>();
beforeAll(async () => {
  for (const tag of tags) {
    const library = await libraryOf(reading, content, tag);
    libraries.set(tag, library);
    for (const name of names) pages.set(`${tag}/${slugOf(name)}`, await bookPage(library, name));
  }
  // All chapters in both languages are compiled: 5 s of processor time, once for all that follows.
}, 60_000);

/** Everything on a page, and every place on it. */
const nodesOf = ({ intro, sections }: BookPage): Node[] => [
  ...intro,
  ...sections.flatMap((s) => [...s.body, ...(s.entries ?? []).flatMap((e) => [...e.head, ...e.body])]), // prettier-ignore
];
const idsOf = ({ sections }: BookPage) =>
  sections.flatMap((s) => [s.id, ...(s.entries ?? []).map((e) => e.id)]);
const linksOf = (page: BookPage) => findAll(nodesOf(page), "a").map(([, { href }]) => href!);

test("no page of the book or of a part has a chapter's name", () => {
  const chapters = chaptersIn(content).map(slugOf);
  expect(names.map(slugOf).filter((slug) => chapters.includes(slug))).toEqual([]);
});

test("the labels are there in every language, and none is missing on a page", () => {
  const keys = tags.map((tag) =>
    Object.keys(JSON.parse(readFileSync(`${content}/${tag}/book/words.json`, "utf8")) as object),
  );
  for (const mine of keys) expect(mine.toSorted()).toEqual(keys[0]!.toSorted());
  for (const [at, page] of pages) expect(JSON.stringify(page), at).not.toMatch(/"unit\.\w/);
});

describe.each(names.map(slugOf))("%s", (slug) => {
  test("has the same places in every language, each once, and the same links", () => {
    const [english, ...others] = tags.map((tag) => pages.get(`${tag}/${slug}`)!);
    const ids = idsOf(english!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const other of others) {
      expect(idsOf(other)).toEqual(ids);
      expect(linksOf(other).toSorted()).toEqual(linksOf(english!).toSorted());
    }
  });

  test("leads only where there is something", () => {
    for (const tag of tags) {
      const steps = libraries
        .get(tag)!
        .chapters.flatMap(({ slug, page }) => ["", ...page.steps.map((s) => `#${s.id}`)].map((id) => `../${slug}/${id}`)); // prettier-ignore
      const beside = names
        .map(slugOf)
        .flatMap((of) => ["", ...idsOf(pages.get(`${tag}/${of}`)!).map((id) => `#${id}`)].map((id) => `../${of}/${id}`)); // prettier-ignore
      const page = pages.get(`${tag}/${slug}`)!;
      const places = new Set([...steps, ...beside, ...idsOf(page).map((id) => `#${id}`)]);
      const nowhere = linksOf(page).filter((l) => !l.startsWith("https:") && !places.has(l));
      expect(nowhere).toEqual([]);
      const wordless = findAll(nodesOf(page), "a").filter((a) => a.length < 3);
      expect(wordless, "a link without words leads to a step").toEqual([]);
    }
  });

  test("is searched, in every language", () => {
    for (const tag of tags) {
      const page = pages.get(`${tag}/${slug}`)!;
      const searched = searchedInBook(slug, page);
      expect(searched.length).toBeGreaterThan(1);
      for (const { title, chapter } of searched) expect([title, chapter]).not.toContain("");
    }
  });
});

describe("notation", () => {
  test("holds every symbol, each with the step that uses it first", () => {
    for (const tag of tags) {
      const { sections } = pages.get(`${tag}/notation`)!;
      const entries = sections.flatMap((s) => s.entries ?? []);
      expect(entries.map((e) => e.id).toSorted()).toEqual(Object.keys(notation).toSorted());
    }
  });

  test("the first use is a step whose text holds the symbol", () => {
    const { sections } = pages.get("en/notation")!;
    const entries = sections.flatMap((s) => s.entries ?? []);
    const last = (id: string) =>
      findAll(entries.find((e) => e.id === id)!.body, "a").at(-1)![1].href;
    expect(last("u")).toBe("../hidden-state/");
    expect(last("gain")).toBe("../kalman/#square");
    expect(last("Deltat")).toBe("../selection/#theorem-one");
    // No text has it: a figure has.
    expect(last("hrest")).toBe("../hidden-state/#push-once");
  });

  test("a note says what a symbol is, in the page's language", async () => {
    const notes = await symbolNotes(libraries.get("zh-Hans")!);
    expect(Object.keys(notes).toSorted()).toEqual(Object.keys(notation).toSorted());
    expect(notes.gain).toContain("卡尔曼增益");
    expect(notes.gain).toContain('href="../notation/#gain"');
    expect(notes.gain).toContain('href="../kalman/#square"');
  });
});

test("every language has the same terms, each in one sentence and with every name", () => {
  const [english, ...others] = tags.map((tag) =>
    Object.entries(
      JSON.parse(readFileSync(`${content}/${tag}/book/glossary.json`, "utf8")) as Record<
        string,
        { term: string; means: string; step?: string }
      >,
    ),
  );
  const ids = english!.map(([id]) => id);
  for (const mine of others) {
    expect(mine.map(([id]) => id)).toEqual(ids);
    expect(mine.filter(([, { step }]) => step)).toEqual([]);
  }
  for (const [id, { term, means }] of [english!, ...others].flat()) {
    expect(term.trim(), id).not.toBe("");
    expect(means, id).toMatch(/^[^.。]+[.。]$/);
  }
});

describe("references", () => {
  test("each paper has a number or an address, and a step that cites it or shows its numbers", () => {
    const { sections } = pages.get("en/references")!;
    const entries = sections.flatMap((s) => s.entries ?? []);
    expect(entries.map((e) => e.id).toSorted()).toEqual(Object.keys(references).toSorted());
    for (const [key, { arxiv, doi, url }] of Object.entries(references))
      expect([arxiv, doi, url].filter(Boolean), key).toHaveLength(1);
    const uncited = entries.filter((e) => findAll(e.body, "a").length < 2).map((e) => e.id);
    expect(uncited).toEqual([]);
  });

  test("texts cite by key, and a paper that is not there is said with its place", () => {
    for (const folder of chaptersIn(content))
      for (const tag of tags)
        expect(readFileSync(`${content}/${tag}/${folder}/index.md`, "utf8")).not.toMatch(
          /\]\(https:\/\/(arxiv|doi)\.org/,
        );
    const text = (key: string) => compileText(`[S4](cite:${key})`, "x.md");
    const [, { href, title }] = findAll(text("s4").intro, "a")[0]!;
    expect(href).toBe("https://arxiv.org/abs/2111.00396");
    expect(title).toMatch(/^Albert Gu, Karan Goel, Christopher Ré \(2021\): Efficiently/);
    expect(() => text("s44")).toThrow(/^x\.md:1: .*“s44”.*; did you mean s4/);
  });
});

test("every row of the errata says what is said, and leads to a step that shows what holds", () => {
  for (const tag of tags) {
    const { sections } = pages.get(`${tag}/errata`)!;
    expect(sections).toHaveLength(24);
    for (const { id, body } of sections) {
      expect(findAll(body, "blockquote"), id).toHaveLength(1);
      expect(findAll(body, "a").length, id).toBeGreaterThan(0);
    }
  }
});

describe("about the numbers", () => {
  const sectionsOf = (tag: string) => pages.get(`${tag}/numbers`)!.sections;

  test("every figure of the course is there, with all its laws", () => {
    const figures = new Set(
      libraries
        .get("en")!
        .chapters.flatMap(({ page }) => page.steps.flatMap((s) => s.figure ?? [])),
    );
    for (const tag of tags) {
      const entries = sectionsOf(tag).flatMap((s) => s.entries ?? []);
      expect(entries.map((e) => e.id.slice("figure-".length)).toSorted()).toEqual([...figures].toSorted()); // prettier-ignore
      for (const { id, body } of entries) expect(findAll(body, "li").length, id).toBeGreaterThan(0);
    }
  });

  test("what stands behind a figure is found by who imports whom", () => {
    const { tests, references } = checksOf(`${path.resolve(".")}/`)("nile");
    expect(tests).toContain("models/kalmanSteady.test.ts");
    expect(references.join(" ")).toContain("statsmodels");
  });

  test("what was measured is the README's own table, in the page's words where there are some", () => {
    const readme = readFileSync("README.md", "utf8").split("## What was measured")[1]!;
    const rows = readme.split("\n## ")[0]!.match(/^\| (?!what|---)/gm)!.length;
    for (const tag of tags) {
      const measured = sectionsOf(tag).find((s) => s.id === "measured")!;
      expect(findAll(measured.body, "tr")).toHaveLength(rows + 1);
      expect(JSON.stringify(measured.body)).toContain("ml-matrix");
    }
    const chinese = JSON.stringify(sectionsOf("zh-Hans").find((s) => s.id === "measured")!.body);
    expect(chinese).toContain("矩阵乘法");
  });
});
