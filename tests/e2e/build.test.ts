import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unitsIn } from "../../src/chapters/compile/folders.ts";
import { folderParts } from "../../src/chapters/course.ts";
import { chapters, home, languages } from "./browser.ts";

interface Done {
  readonly compiled: readonly (readonly [file: string, times: number])[];
  readonly rendered: readonly string[];
}

test("the build compiled each chapter, page of the book or of a part and equation once, and rendered each page once", () => {
  // Written by the build that these tests were run on.
  const { compiled, rendered } = JSON.parse(
    readFileSync("node_modules/.cache/build.json", "utf8"),
  ) as Done;
  expect(compiled.filter(([, times]) => times !== 1)).toEqual([]);
  const files = compiled.map(([file]) => file);
  const book = unitsIn("content").map((unit) => folderParts(unit.split("/")[1]!)!.slug);
  const around = languages.flatMap((tag) => book.map((slug) => `/${tag}/${slug}/`));
  expect(files.filter((f) => f.endsWith(".md")).length).toBe(chapters.length + around.length);
  const typeset = files.filter((f) => f.startsWith("src/equations/"));
  expect(readdirSync("src/equations").length).toBeGreaterThanOrEqual(typeset.length);
  expect(typeset.length).toBeGreaterThan(20);
  const plain = [
    ...languages.map(home),
    ...languages.map((tag) => `/${tag}/embed/`),
    "/en/nowhere/",
  ];
  expect(rendered.toSorted()).toEqual(
    [...plain, ...chapters.map((c) => c.path), ...around].toSorted(),
  );
});
