import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What stands behind a figure's numbers: tests of the code that it runs, and what those compare with. */
export interface Checks {
  readonly tests: readonly string[];
  readonly references: readonly string[];
}

/** Finds a figure's checks by who imports whom: the figure its models, a test the same models, and a reference's values. */
export function checksOf(root: string): (figure: string) => Checks {
  const tests = ["tests/models", "tests/numerics", "tests/figures"]
    .flatMap((folder) => filesIn(root, folder, ".test.ts"))
    .map((file) => ({ file, ...testedBy(root, file) }));
  return (figure) => {
    const own = filesIn(root, `src/figures/${figure}`, ".ts");
    // Matrices and random numbers stand behind all figures: what is a figure's own is its models.
    const models = new Set(
      own.flatMap((file) => importsOf(root, file)).filter((file) => file.startsWith("src/models/")),
    );
    const mine = tests.filter(
      ({ code }) =>
        code.some((file) => models.has(file)) ||
        code.some((file) => file.startsWith(`src/figures/${figure}/`)),
    );
    return {
      tests: mine.map(({ file }) => file.replace(/^tests\//, "")),
      references: [...new Set(mine.flatMap(({ references }) => references))],
    };
  };
}

/** The code that a test imports, by itself or through what lies beside it, and the sources of the values it compares with. */
function testedBy(root: string, file: string): { code: string[]; references: string[] } {
  const direct = importsOf(root, file);
  const beside = direct.filter((f) => f.startsWith("tests/") && f.endsWith(".ts"));
  const all = [...direct, ...beside.flatMap((f) => importsOf(root, f))];
  const golden = all.filter((f) => /^tests\/golden\/.*\.json$/.test(f));
  return {
    code: direct.filter((f) => f.startsWith("src/")),
    references: golden.flatMap((f) => {
      const { source } = JSON.parse(readFileSync(root + f, "utf8")) as { source?: string };
      return source ? [source] : [];
    }),
  };
}

const filesIn = (root: string, folder: string, ending: string): string[] =>
  existsSync(root + folder)
    ? readdirSync(root + folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => `${folder}/${file}`)
    : [];

/** The files that a file names to import or to read, from the root. */
const importsOf = (root: string, file: string): string[] =>
  [...readFileSync(root + file, "utf8").matchAll(/"(\.{1,2}\/[\w./-]+\.(?:ts|tsx|json))"/g)]
    .map(([, to]) => path.posix.join(path.posix.dirname(file), to!))
    .filter((to) => existsSync(root + to));
