import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

const parts = [
  "content",
  "src",
  "tests",
  "tools",
  "package.json",
  "tsconfig.base.json",
  "vite.config.ts",
  "README.md",
  ".oxlintrc.json",
  ".oxfmtrc.json",
];

/** A copy of the project that a test file may change, gone after it; the packages are shared. */
export function scratchCopy() {
  const root = mkdtempSync(path.join(tmpdir(), "hidden-state-"));
  afterAll(() => rmSync(root, { recursive: true }));
  for (const part of parts) cpSync(part, path.join(root, part), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));
  const at = (file: string) => path.join(root, file);
  return {
    root,
    read: (file: string) => readFileSync(at(file), "utf8"),
    write: (file: string, text: string) => writeFileSync(at(file), text),
    /** Runs a tool of the project there, outside this test run; what it printed, after its exit status. */
    run(tool: string, ...args: string[]): string {
      const own = Object.entries(process.env).filter(([key]) => !/^VITEST|^NODE_ENV$/.test(key));
      const { status, stdout, stderr } = spawnSync(at(`node_modules/.bin/${tool}`), args, {
        cwd: root,
        encoding: "utf8",
        env: Object.fromEntries(own),
        maxBuffer: 1 << 26,
      });
      return `${status}\n${stdout}${stderr}`;
    },
  };
}
