import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A page that is nothing but front matter. */
export function page(short: string, more: Readonly<Record<string, string>> = {}): string {
  const front = {
    title: "T",
    short,
    kicker: "Part",
    line: "L",
    summary: "S",
    goals: "[g]",
    minutes: "5",
  };
  const lines = Object.entries({ ...front, ...more }).map(([key, value]) => `${key}: ${value}`);
  return ["---", ...lines, "---", ""].join("\n");
}

/** A `content` of a test's own, gone after it: files by path, each language with its declaration. */
export function smallContent(
  tags: readonly string[],
  files: Readonly<Record<string, string>>,
): string {
  const root = mkdtempSync(path.join(tmpdir(), "content-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const tag of tags) {
    put(`${tag}/language.json`, JSON.stringify({ tag, name: tag, short: tag, dir: "ltr" }));
    for (const name of ["ui", "import"]) put(`${tag}/${name}.json`, '{ "a": "b" }');
    put(`${tag}/notation.json`, '{ "symbols.u": ["input", "x"] }');
  }
  for (const [file, text] of Object.entries(files)) put(file, text);
  return root;
}
