import { readFileSync } from "node:fs";
import { compilePage, type Compiled } from "../src/chapters/compile/markdown.ts";

const pages = new Map<string, Compiled>();

/** A page of the course as it is compiled, once for all tests of a worker: `content/en/20-kalman/index.md`. */
export function compiled(file: string): Compiled {
  const page = pages.get(file) ?? compilePage(readFileSync(file, "utf8"), file);
  pages.set(file, page);
  return page;
}
