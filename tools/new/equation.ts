import { checkId, lay, pairLines, type Laid, type Pairs } from "./lay.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tagsIn } from "../../src/chapters/compile/folders.ts";

const skeleton = (id: string, name: string) => `import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { simulate } from "../models/ssm.ts";
import { multiply } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: ${JSON.stringify(id)},
  name: ${JSON.stringify(name)},
  tex: String.raw\`\\sy{y} = \\sy{C}\\by\\sy{h}\`,
  code: "src/models/ssm.ts#simulate",
  given: { C: [-2, 2], h: [-10, 10] },
  /** From the code that runs, not from the formula. */
  derive: ({ C, h }) => {
    const [zero, read] = [fromRows([[0]]), fromRows([[C!]])];
    const model = { A: zero, B: zero, C: read, D: zero };
    return { y: simulate(model, zero, { h0: Float64Array.of(h!) }).outputs.data[0]! };
  },
  residual: (at) => gap(matrixOf(at, "y"), multiply(matrixOf(at, "C"), matrixOf(at, "h"))),
});
`;

/** An equation with its name's place in every other language. */
export function newEquation(root: string, id: string | undefined): Laid {
  const name = "The output is C times the hidden state";
  const file = `src/equations/${checkId(id, "equation")}.ts`;
  const files = lay(root, { [file]: skeleton(id!, name) });
  if (files.length === 0) throw new Error(`${file} is there already.`);
  const content = `${root}/content`;
  for (const tag of tagsIn(content).filter((t) => t !== "en")) {
    const names = `content/${tag}/notation.json`;
    if (!existsSync(`${root}/${names}`)) continue;
    const before = JSON.parse(readFileSync(`${root}/${names}`, "utf8")) as Pairs;
    writeFileSync(`${root}/${names}`, pairLines({ ...before, [`equations.${id}`]: [name, ""] }));
    files.push(names);
  }
  return {
    files,
    next: `Write its TeX, the code it stands for and its name; then npm run new words puts the name into every notation.json, where the other languages fill in the empty string. A page shows it with ::equation{id=${id}}.`,
  };
}
