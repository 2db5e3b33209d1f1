import { chaptersIn, tagsIn } from "../../src/chapters/compile/folders.ts";
import { languageIn } from "../../src/chapters/compile/lacks.ts";
import { folderParts } from "../../src/chapters/course.ts";

/** Slugs of the chapters there are, in the order of the course. */
export const slugs: readonly string[] = chaptersIn("content").map((f) => folderParts(f)!.slug);

/** The languages that are whole, English first: one under way shows the same pages in English. */
export const languages: readonly string[] = tagsIn("content").filter(
  (tag) => !languageIn("content", tag, []).partial,
);
