import { parse as parseYaml } from "yaml";
import type { BookFront } from "../book.ts";
import type { Front } from "../page.ts";
import { Mistake } from "./mistake.ts";

const needed = {
  title: "what the page's heading says",
  short: "its name in lists and in the browser's tab",
  kicker: "the part of the course it belongs to",
  line: "what the home page says of it",
  summary: "one or two sentences for search engines",
  goals: "a list: what the reader can do afterwards",
  minutes: "how long it takes",
} as const;

/** A page of the book has no place among the parts, and no time that it takes. */
const neededOfBook = ["title", "short", "line", "summary"] as const;

/** The words about a chapter that stand at its head between two lines of `---`. */
export function frontOf(source: string, file: string): Front {
  const front = headOf(source, file, Object.keys(needed) as (keyof typeof needed)[]);
  if (!Array.isArray(front.goals))
    throw new Mistake(file, 1, "goals is no list", "write one goal a line, each behind a dash");
  if (typeof front.minutes !== "number")
    throw new Mistake(file, 1, "minutes is no number", "write it in digits, without a unit");
  return front as unknown as Front;
}

/** The words about a page of the book. */
export const bookFrontOf = (source: string, file: string): BookFront =>
  headOf(source, file, neededOfBook) as unknown as BookFront;

function headOf(source: string, file: string, keys: readonly (keyof typeof needed)[]) {
  const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source) ?? [];
  if (yaml === undefined)
    throw new Mistake(
      file,
      1,
      "front matter is missing",
      `begin with a block between two lines of --- that holds ${keys.join(", ")}`,
    );
  const front = read(yaml, file);
  for (const key of keys)
    if (front[key] === undefined)
      throw new Mistake(file, 1, `front matter has no ${key}`, `add "${key}:", ${needed[key]}`);
  return front;
}

function read(yaml: string, file: string): Record<string, unknown> {
  try {
    return (parseYaml(yaml) ?? {}) as Record<string, unknown>;
  } catch (problem) {
    const { linePos, message } = problem as Error & { linePos?: [{ line: number }] };
    const line = linePos ? linePos[0].line + 1 : 1;
    throw new Mistake(
      file,
      line,
      `front matter is not YAML (${message.split("\n")[0]})`,
      "put quotation marks around a value that holds a colon",
    );
  }
}
