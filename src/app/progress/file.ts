import { further, type Progress } from "../../chapters/progress.ts";

/** Progress by chapter. */
export type ByChapter = Readonly<Record<string, Progress>>;

/** What a file of progress says it is; a later shape would have a later number. */
const FORMAT = "hidden-state progress";
const VERSION = 1;
/** Bytes that no progress comes near. */
const LARGEST = 1e6;

/** Progress as the text of a file. */
export const progressFile = (progress: ByChapter): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, progress }, null, 2)}\n`;

export type FileProblem = "large" | "foreign" | "newer" | "damaged" | "empty";

/** The progress in a file, or why there is none. Nothing of a file that is damaged anywhere is taken. */
export function readProgress(text: string): ByChapter | FileProblem {
  if (text.length > LARGEST) return "large";
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return text.includes(FORMAT) ? "damaged" : "foreign";
  }
  if (!isRecord(found) || found.format !== FORMAT) return "foreign";
  if (typeof found.version === "number" && found.version > VERSION) return "newer";
  if (found.version !== VERSION || !isRecord(found.progress)) return "damaged";
  const chapters = Object.entries(found.progress);
  if (chapters.length === 0) return "empty";
  const sound = chapters.every(
    ([slug, p]) =>
      name.test(slug) &&
      isRecord(p) &&
      Array.isArray(p.done) &&
      p.done.every((step) => typeof step === "string" && name.test(step)) &&
      isRecord(p.answers) &&
      Object.entries(p.answers).every(
        ([question, n]) => name.test(question) && Number.isInteger(n) && (n as number) >= 0,
      ),
  );
  return sound ? (Object.fromEntries(chapters) as Record<string, Progress>) : "damaged";
}

/** Both together: what was read in either is read, and where both answered a question the answer here stays. */
export function merged(here: ByChapter, more: ByChapter): ByChapter {
  const all: Record<string, Progress> = { ...here };
  for (const [slug, p] of Object.entries(more)) all[slug] = here[slug] ? further(p, here[slug]) : p;
  return all;
}

const name = /^[\w.-]{1,100}$/;
const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && !Array.isArray(x);
