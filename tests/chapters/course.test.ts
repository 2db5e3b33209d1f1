import { describe, expect, test } from "vitest";
import { courseIn } from "../../src/chapters/compile/course.ts";
import { chaptersIn, tagsIn } from "../../src/chapters/compile/folders.ts";
import { lacksIn, languageIn } from "../../src/chapters/compile/lacks.ts";
import { entriesOf, following } from "../../src/chapters/course.ts";
import { page, smallContent } from "./smallContent.ts";

const both = ["en", "zz"];
const course = (content: string, tag: string) => courseIn(content, tag, lacksIn(content, tag, []));
const titles = (content: string, tag: string) =>
  entriesOf(course(content, tag)).map(({ title, lang }) => (lang ? `${title} (${lang})` : title));

describe("a chapter's folder is its registration", () => {
  test("order comes from the numbers as numbers, parts from the front matter", () => {
    const content = smallContent(["en"], {
      "en/100-last/index.md": page("Last", { kicker: "Two" }),
      "en/20-second/index.md": page("Second"),
      "en/5-first/index.md": page("First"),
    });
    expect(chaptersIn(content)).toEqual(["5-first", "20-second", "100-last"]);
    expect(course(content, "en").parts).toEqual([
      {
        title: "Part",
        chapters: [
          { slug: "first", title: "First", line: "L", written: true, minutes: 5, steps: 0 },
          { slug: "second", title: "Second", line: "L", written: true, minutes: 5, steps: 0 },
        ],
      },
      {
        title: "Two",
        chapters: [{ slug: "last", title: "Last", line: "L", written: true, minutes: 5, steps: 0 }],
      },
    ]);
  });

  test("what is announced stands in its place until its page stands there", () => {
    const coming = JSON.stringify({
      "10-one": { kicker: "Part", short: "old name", line: "L" },
      "15-soon": { kicker: "Part", short: "Soon", line: "L" },
    });
    const content = smallContent(["en"], {
      "en/10-one/index.md": page("One"),
      "en/20-two/index.md": page("Two"),
      "en/coming.json": coming,
    });
    const told = entriesOf(course(content, "en")).map(({ title, written }) => [title, written]);
    expect(told).toEqual([
      ["One", true],
      ["Soon", false],
      ["Two", true],
    ]);
  });

  test("after a chapter comes what follows it, as far as the next that can be read; after a stranger nothing", () => {
    const entry = (slug: string, written: boolean) => ({
      slug,
      title: slug,
      line: "",
      written,
      minutes: 5,
      steps: 3,
    });
    const some = {
      parts: [
        { title: "P", chapters: [entry("a", true), entry("b", false)] },
        { title: "Q", chapters: [entry("c", true), entry("d", false)] },
      ],
      book: [],
    };
    const after = (slug: string | null) => following(some, slug).map((e) => e.slug);
    expect(after("a")).toEqual(["b", "c"]);
    expect(after("c")).toEqual(["d"]);
    expect(after("d")).toEqual([]);
    // Once the index −1 led a chapter that no list named to chapter 1.
    expect(after("nowhere")).toEqual([]);
    expect(after(null)).toEqual([]);
  });
});

describe("a folder that is no chapter is refused, with what to do", () => {
  const refused: [string, Record<string, string>, RegExp][] = [
    [
      "without a page",
      { "en/10-a/picture.txt": "" },
      /^content\/en\/10-a: a folder without a page; .*npm run new chapter 10-a/,
    ],
    [
      "without a page in the other language",
      { "en/10-a/index.md": page("A"), "zz/10-a/notes.txt": "" },
      /^content\/zz\/10-a: a folder without a page/,
    ],
    [
      "a translation of nothing",
      { "en/10-a/index.md": page("A"), "zz/11-a/index.md": page("A") },
      /^content\/zz\/11-a: there is no content\/en\/11-a/,
    ],
    ["without a number", { "en/alone/index.md": page("A") }, /^content\/en\/alone: .*45-two-words/],
    [
      "with the address of another page",
      { "en/10-embed/index.md": page("A") },
      /^content\/en\/10-embed: “embed” is the address of another page/,
    ],
    [
      "with another's slug",
      { "en/10-a/index.md": page("A"), "en/20-a/index.md": page("A") },
      /^content\/en\/20-a: “a” is taken by 10-a/,
    ],
    [
      "with another's number",
      { "en/10-a/index.md": page("A"), "en/10-b/index.md": page("A") },
      /^content\/en\/10-b: “10” is taken by 10-a/,
    ],
  ];
  test.each(refused)("%s", (_, files, sentence) => {
    const content = smallContent(both, files);
    expect(() => chaptersIn(content)).toThrow(sentence);
  });

  test("an announcement that is none", () => {
    const content = smallContent(["en"], { "en/coming.json": '{ "80-x": { "kicker": "P" } }' });
    expect(() => course(content, "en")).toThrow(/^content\/en\/coming\.json: “80-x” .*"short"/);
  });
});

describe("what a language lacks", () => {
  const files = {
    "en/10-a/index.md": page("A"),
    "en/20-b/index.md": page("B"),
    "zz/10-a/index.md": page("Ä", { kicker: "Teil" }),
  };

  test("a chapter that only English has is in the other course as English", () => {
    const content = smallContent(both, files);
    expect(lacksIn(content, "zz", [])).toEqual(["20-b"]);
    expect(titles(content, "zz")).toEqual(["Ä", "B (en)"]);
    expect(course(content, "zz").parts[0]!.title).toBe("Teil");
  });

  test("so is a page that waits for its translator", () => {
    const content = smallContent(both, {
      ...files,
      "zz/20-b/index.md": page("B", { untranslated: "true" }),
    });
    expect(titles(content, "zz")).toEqual(["Ä", "B (en)"]);
  });

  test("and a part is named in the language as soon as one of its chapters is", () => {
    const content = smallContent(both, {
      "en/10-a/index.md": page("A"),
      "en/20-b/index.md": page("B"),
      "zz/20-b/index.md": page("Ḃ", { kicker: "Teil" }),
    });
    expect(course(content, "zz").parts.map(({ title, lang }) => [title, lang])).toEqual([
      ["Teil", undefined],
    ]);
  });

  test.each<[string, Record<string, string>]>([
    ["an empty sentence", { "zz/ui.json": '{ "a": "" }' }],
    ["a missing sentence", { "zz/import.json": "{}" }],
  ])("with %s the interface is in English, and with it all the rest", (_, broken) => {
    const content = smallContent(both, { ...files, ...broken });
    expect(lacksIn(content, "zz", [])).toEqual(["ui", "20-b"]);
    expect(titles(content, "zz")).toEqual(["A (en)", "B (en)"]);
  });

  test("a figure's words count when all of them are there", () => {
    const content = smallContent(both, {
      ...files,
      "zz/figures/whole.json": '{ "title": ["T", "Titel"] }',
      "zz/figures/half.json": '{ "title": ["T", "Titel"], "x": ["X", ""] }',
    });
    expect(lacksIn(content, "zz", ["whole", "half", "none"])).toEqual([
      "20-b",
      "figures/half",
      "figures/none",
    ]);
  });

  test("English lacks nothing and comes first; a declaration says what it needs", () => {
    const content = smallContent(["aa", "en"], files);
    expect(tagsIn(content)).toEqual(["en", "aa"]);
    expect(lacksIn(content, "en", ["x"])).toEqual([]);
    const wrong = smallContent(["en"], { "qq/language.json": '{ "tag": "qr" }' });
    expect(() => languageIn(wrong, "qq", [])).toThrow(
      /^content\/qq\/language\.json: there is no name/,
    );
    const other = '{ "tag": "qr", "name": "Q", "short": "Q", "dir": "ltr" }';
    const named = smallContent(["en"], { "qq/language.json": other });
    expect(() => languageIn(named, "qq", [])).toThrow(/its tag is qr; make it qq/);
  });
});
