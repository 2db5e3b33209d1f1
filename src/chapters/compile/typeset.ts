import { notation } from "../../symbols/table.ts";
import { Mistake, suggest } from "./mistake.ts";

/** Runs what typesets a piece of TeX; what KaTeX or the table of symbols refuses becomes a Mistake at its place. */
export function typeset<T>(tex: string, file: string, line: number | undefined, run: () => T): T {
  try {
    return run();
  } catch (problem) {
    const said = (problem as Error).message;
    const [, stranger] = /^\\sy\{(\w+)\}/.exec(said) ?? [];
    if (stranger !== undefined)
      throw new Mistake(
        file,
        line,
        `\\sy{${stranger}}: no such symbol in src/symbols`,
        `add it there, or ${suggest(stranger, Object.keys(notation))}`,
      );
    // KaTeX quotes our own macros as it was given them; the author's TeX says more.
    const why = said.replace(/^KaTeX parse error: /, "").replace(/ at position \d+:[^]*$/, "");
    throw new Mistake(file, line, `“${tex.trim()}” cannot be typeset: ${why}`, "mend the TeX");
  }
}
