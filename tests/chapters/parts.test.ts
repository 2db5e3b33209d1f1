import { describe, expect, test } from "vitest";
import { courseIn } from "../../src/chapters/compile/course.ts";
import { bookFrontIn, bookIn, tagsIn } from "../../src/chapters/compile/folders.ts";
import { lacksIn } from "../../src/chapters/compile/lacks.ts";
import { folderParts, partOf } from "../../src/chapters/course.ts";
import { page, smallContent } from "./smallContent.ts";

const course = (content: string, tag: string) => courseIn(content, tag, lacksIn(content, tag, []));

test("every part of the course has a page, in every language, that bears its name", () => {
  const pages = bookIn("content", "parts");
  for (const tag of tagsIn("content")) {
    const { parts } = course("content", tag);
    const slugs = pages.map((name) => folderParts(name)!.slug);
    expect(parts.map((p) => p.slug)).toEqual(slugs);
    const named = pages.map((name) => bookFrontIn("content", tag, `parts/${name}`).short);
    expect(parts.map((p) => p.title)).toEqual(named);
  }
});

describe("a file is a part's registration", () => {
  const files = {
    "en/10-a/index.md": page("A", { kicker: "One" }),
    "en/20-b/index.md": page("B", { kicker: "Two" }),
    "en/parts/20-second.md": page("Two"),
    "zz/10-a/index.md": page("Ä", { kicker: "Eins" }),
    "zz/20-b/index.md": page("Ḃ", { kicker: "Zwei" }),
  };

  test("it is known by its chapters' kicker; a part without one has no address", () => {
    const content = smallContent(["en", "zz"], files);
    const told = (tag: string) => course(content, tag).parts.map((p) => [p.title, p.slug]);
    expect(told("en")).toEqual([
      ["One", undefined],
      ["Two", "second"],
    ]);
    expect(told("zz")).toEqual([
      ["Eins", undefined],
      ["Zwei", "second"],
    ]);
  });

  test("where it is not translated the language says that it lacks it, and nothing else", () => {
    expect(lacksIn(smallContent(["en", "zz"], files), "zz", [])).toEqual(["parts/20-second"]);
    const both = { ...files, "zz/parts/20-second.md": page("Zwei") };
    expect(lacksIn(smallContent(["en", "zz"], both), "zz", [])).toEqual([]);
  });

  test("a page that no chapter belongs to is refused, with what to do", () => {
    const content = smallContent(["en"], { ...files, "en/parts/30-third.md": page("Three") });
    expect(() => course(content, "en")).toThrow(
      /^content\/en\/parts: third is the page of no part: “Three” is no chapter's kicker; make its "short"/,
    );
  });

  test("a chapter and the page itself both know the part, and what stands before and after it", () => {
    const some = course(smallContent(["en"], files), "en");
    for (const slug of ["b", "second"]) {
      const { part, number, before, after } = partOf(some, slug);
      expect([part?.title, number, before?.title, after]).toEqual(["Two", 2, "One", undefined]);
    }
    // The index −1 is no part; nothing comes after it.
    expect(partOf(some, "nowhere").part).toBeUndefined();
    expect(partOf(some, undefined)).toMatchObject({ number: 0 });
  });
});
