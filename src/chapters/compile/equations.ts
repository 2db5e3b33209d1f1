import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createRunnableDevEnvironment, resolveConfig } from "vite";
import type { Equation } from "../../kit/equation.ts";
import type { EquationMath } from "../page.ts";
import { isSymbol } from "../../notation.ts";
import { notation } from "../../symbols/table.ts";
import { renderEquation } from "./math.ts";
import { typeset } from "./typeset.ts";

export type Typeset = Omit<EquationMath, "names">;

/** The mathematics of equations by their ids, read and typeset again only when their file is another one. */
export function equations(
  count: (file: string) => void,
): (root: string, id: string) => Promise<Typeset> {
  // One runner for all: what several equations import is read once.
  let runner: ReturnType<typeof open> | undefined;
  const known = new Map<string, { written: number; math: Promise<Typeset> }>();
  const read = async (root: string, file: string, version: string): Promise<Typeset> => {
    count(file);
    const modules = await (runner ??= open());
    const { default: equation } = await modules.import<{ default: Equation }>(`/${file}${version}`);
    const { name, tex } = equation;
    const lines = (await readFile(root + file, "utf8")).split("\n");
    const line = lines.findIndex((l) => /^\s*tex:/.test(l)) + 1;
    return { name, ...typeset(tex, file, line, () => renderEquation(tex)) };
  };
  return async (root, id) => {
    const file = `src/equations/${id}.ts`;
    const written = (await stat(root + file)).mtimeMs;
    const old = known.get(id);
    if (old?.written === written) return old.math;
    // Whole: what stands behind a point would be taken for the file's extension.
    const math = read(root, file, old ? `?written=${Math.floor(written)}` : "");
    known.set(id, { written, math });
    return math;
  };
}

/** Gives equations and their symbols the names that a language's `notation.json` has for them, the English ones where it has none. */
export async function namesIn(
  file: string,
): Promise<(id: string, equation: Typeset) => EquationMath> {
  const pairs = existsSync(file)
    ? (JSON.parse(await readFile(file, "utf8")) as Record<string, [string, string]>)
    : {};
  const said = (key: string, english: string) => pairs[key]?.[1] || english;
  return (id, { name, ...math }) => ({
    ...math,
    name: said(`equations.${id}`, name),
    names: Object.fromEntries(
      math.symbols.filter(isSymbol).map((s) => [s, said(`symbols.${s}`, notation[s].name)]),
    ),
  });
}

/** Runs TypeScript modules in this process, without the site's own plugins. */
async function open() {
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      logLevel: "error",
      environments: { equations: { consumer: "server", resolve: { external: true } } },
    },
    "serve",
  );
  const environment = createRunnableDevEnvironment("equations", config, {
    runnerOptions: { hmr: false },
    hot: false,
  });
  await environment.init();
  return environment.runner;
}
