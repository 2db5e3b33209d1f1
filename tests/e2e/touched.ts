import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import { folderParts } from "../../src/chapters/course.ts";
import { git, turn } from "../turn.ts";

/** Modules that an entry takes in, itself among them: static, dynamic and worker imports by relative paths. */
export function reach(entry: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  if (/\.tsx?$/.test(entry))
    for (const [, to] of readFileSync(entry, "utf8").matchAll(
      /(?:\bfrom|\bimport|\bURL)\s*\(?\s*["'](\.{1,2}\/[^"'?]+)/g,
    ))
      reach(path.posix.join(path.posix.dirname(entry), to!), seen);
  return seen;
}

/** What no page is made of. */
const aside =
  /^(tests\/(?!e2e\/)|(?!content\/).*\.md$|LICENSE$|tools\/(bench|record|stamp|speech))/;

interface Chapter {
  readonly folder: string;
  readonly slug: string;
  /** The folders, files and modules it is made of. */
  has(file: string): boolean;
}

function chapterIn(folder: string): Chapter {
  const text = readFileSync(`content/en/${folder}/index.md`, "utf8");
  const ids = (what: string) =>
    [...text.matchAll(new RegExp(`::${what}\\{[^}]*\\bid=([\\w-]+)`, "g"))].map((m) => m[1]!);
  const figures = new Set(ids("figure"));
  const modules = new Set<string>();
  for (const id of figures) reach(`src/figures/${id}/figure.ts`, modules);
  for (const id of ids("equation")) reach(`src/equations/${id}.ts`, modules);
  const has = (file: string) => {
    const [, inFolder] = /^content\/[^/]+\/(\d+-[\w-]+)\//.exec(file) ?? [];
    if (inFolder) return inFolder === folder;
    const [, id] =
      /^content\/[^/]+\/figures\/([\w-]+)\.json$|^src\/figures\/([\w-]+)\//
        .exec(file)
        ?.filter(Boolean) ?? [];
    return id ? figures.has(id) : modules.has(file);
  };
  return { folder, slug: folderParts(folder)!.slug, has };
}

/**
 * The slugs whose pages can have changed with these files: by their text, their figures and equations and what those import.
 * All of them where that cannot be told: what is in every page, how pages are built, how these tests look.
 */
export function touched(files: readonly string[]): string[] {
  const chapters = chaptersIn("content").map(chapterIn);
  const shell = reach("src/app/prerender.tsx", reach("src/main.tsx"));
  const found = new Set<string>();
  for (const file of files.filter((f) => !aside.test(f))) {
    const of = shell.has(file) ? [] : chapters.filter((c) => c.has(file));
    const strange = of.length === 0 && !/^src\/(figures|equations)\//.test(file);
    for (const { slug } of strange ? chapters : of) found.add(slug);
  }
  return chapters.map(({ slug }) => slug).filter((slug) => found.has(slug));
}

/** Files that differ from where this branch left the main one, or from the commit before; undefined where git cannot say. */
function changes(): string[] | undefined {
  const head = git("rev-parse", "HEAD");
  if (!head) return undefined;
  const bases = ["origin/HEAD", "origin/main", "main"].map((b) => git("merge-base", "HEAD", b));
  const base = bases.find((b) => b && b !== head) ?? git("rev-parse", "HEAD~1");
  if (!base) return undefined;
  const names = [git("diff", "--name-only", base), git("ls-files", "-o", "--exclude-standard")];
  return names.join("\n").split("\n").filter(Boolean);
}

export interface Visits {
  /** Slugs of the chapters to visit. */
  readonly visit: readonly string[];
  /** Those of them to look at in every way, whoever's turn it is. */
  readonly whole: readonly string[];
  readonly why: string;
}

/** So many chapters that changed are looked at in every way; of more, a third is visited thoroughly and a third at a glance. */
const MANY = 4;
const unlessMany = (changed: readonly string[]) => (changed.length > MANY ? [] : changed);

/** Which chapters the browser visits: VISIT=all, VISIT=kalman,s4; in CI all, by turns; else what changed and one more by turns. */
export function visits(): Visits {
  const all = chaptersIn("content").map((f) => folderParts(f)!.slug);
  const asked = process.env.VISIT;
  if (asked === "all") return { visit: all, whole: all, why: "all, as asked" };
  if (asked !== undefined) {
    const visit = all.filter((slug) => asked.split(",").includes(slug));
    if (visit.length === 0) throw new Error(`VISIT=${asked} names no chapter of ${all.join(", ")}`);
    return { visit, whole: visit, why: "as asked" };
  }
  const files = changes();
  const changed = files && touched(files);
  if (!changed || process.env.CI)
    return { visit: all, whole: unlessMany(changed ?? []), why: "all" };
  const extra = all[turn % all.length]!;
  return {
    visit: all.filter((slug) => slug === extra || changed.includes(slug)),
    whole: unlessMany(changed),
    why: `${changed.join(", ") || "nothing"} changed, ${extra} by turns; all with VISIT=all`,
  };
}
