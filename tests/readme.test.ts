import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

test("the README's lines for Node run and print what the README says", () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readme)!;
  const file = path.join(mkdtempSync(path.join(tmpdir(), "readme-")), "example.mts");
  writeFileSync(file, code!.replaceAll('"./src/', `"${root}/src/`));
  const printed = execFileSync(path.join(root, "node_modules/.bin/tsx"), [file], {
    encoding: "utf8",
  });
  const said = [...code!.matchAll(/\/\/ → (.*)$/gm)].map((m) => m[1]);
  expect(said.length).toBeGreaterThan(0);
  expect(printed.trim().split("\n")).toEqual(said);
});

test("every npm script the README names exists", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  for (const [, name] of readme.matchAll(/npm run ([\w:]+)/g))
    expect(scripts).toHaveProperty(name!);
});
