import { checkId, lay, type Files, type Laid } from "./lay.ts";
import { newWords } from "./words.ts";

const skeleton = (id: string): Files => ({
  "params.ts": `import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  a: number({ label: "what is kept", symbol: "A", min: 0, max: 1, step: 0.01, initial: 0.9 }),
};

export type Setting = Values<typeof params>;
`,
  "phrases.ts": `export const phrases = {
  keeps: "Each step keeps {a} of the state; at the end {y} is left.",
  picture: "The hidden state over time",
} as const;

export type Phrase = keyof typeof phrases;
`,
  "compute.ts": `import { simulate } from "../../models/ssm.ts";
import { fromRows } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

export const STEPS = 40;

export interface Run {
  /** The hidden state, one value a step. */
  readonly h: Float64Array;
}

/** A state of 1 that is left to itself. */
export function run({ a }: Setting): Run {
  const zero = fromRows([[0]]);
  const model = { A: fromRows([[a]]), B: zero, C: fromRows([[1]]), D: zero };
  const silence = { rows: STEPS, cols: 1, data: new Float64Array(STEPS) };
  return { h: simulate(model, silence, { h0: Float64Array.of(1) }).states.data };
}
`,
  "laws.ts": `import type { Run } from "./compute.ts";

/** Left to itself, the state never grows. */
export const neverGrows = ({ h }: Run): boolean =>
  h.every((now, t) => t === 0 || Math.abs(now) <= Math.abs(h[t - 1]!) + 1e-12);
`,
  "numpy.ts": `import { pyNumber } from "../../numpy/text.ts";
import { STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The same in NumPy; prints the last state. */
export const numpy = ({ a }: Setting): string => \`import numpy as np

a = \${pyNumber(a)}
h = np.empty(\${STEPS})
h[0] = 1.0
for t in range(1, \${STEPS}):
    h[t] = a * h[t - 1]
print(h[-1])
\`;
`,
  "view.ts": `import { below, rung, ticks } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { curve, letter, linear, picture, stems, stroke } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { STEPS, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The state over time; a phone gets a narrower picture, not a smaller one. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const [width, height] = stage.compact ? [360, 220] : [680, 280];
  const { svg, mute } = picture(stage.host, width, height, stage.say("picture"));
  const plot = box({ left: 46, right: width - 14, top: 16, bottom: height - 26 });
  const x = linear(0, STEPS - 1, plot.left, plot.right);
  const y = linear(0, 1, plot.bottom, plot.top);
  for (const value of [0, 1]) rung(mute, plot, y(value), value);
  ticks(mute)([below(plot, x(0), 0), below(plot, x(STEPS - 1), STEPS - 1, "end")]);
  letter(mute, "h", 12, plot.cy);
  const ghost = stroke(mute, "line ghost", "h");
  const lines = stroke(mute, "stem", "h");
  const dots = stroke(mute, "dots", "h");
  return {
    draw({ result, ghost: pinned }) {
      const drawn = stems(result.h, x, y);
      lines.attr("d", drawn.lines);
      dots.attr("d", drawn.dots);
      ghost.attr("d", pinned ? curve(pinned.result.h, x, y) : "");
    },
    destroy: () => svg.remove(),
  };
}
`,
  "figure.ts": `import { defineFigure } from "../../kit/figure.ts";
import { run, STEPS } from "./compute.ts";
import { neverGrows } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: ${JSON.stringify(id)},
  title: "A state that is left to itself",
  params,
  presets: {
    slow: { label: "Keep nearly all", set: {} },
    fast: { label: "Keep half", set: { a: 0.5 } },
  },
  compute: run,
  readouts: {
    y: { label: "left at the end", symbol: "h", foot: true, of: ({ h }) => h[STEPS - 1]! },
  },
  phrases,
  describe: () => "keeps",
  laws: { neverGrows: { label: "Left to itself, the state never grows", holds: neverGrows } },
  symbols: ({ h }, { a }) => ({ A: a, h: h[STEPS - 1]! }),
  equations: ["state-update"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "y",
  source: ["src/models/ssm.ts#simulate"],
  view,
});
`,
});

/** A figure with one slider, one picture, one law and its NumPy text; its words in other languages wait. */
export async function newFigure(root: string, id: string | undefined): Promise<Laid> {
  const folder = `src/figures/${checkId(id, "figure")}`;
  const files = lay(
    root,
    Object.fromEntries(
      Object.entries(skeleton(id!)).map(([file, text]) => [`${folder}/${file}`, text]),
    ),
  );
  if (!files.includes(`${folder}/figure.ts`)) throw new Error(`${folder} is there already.`);
  const words = await newWords(root, id);
  return {
    files: [...files, ...words.files],
    next: `Change what it computes and draws, then npm run new words ${id} for the sentences that changed. A step shows it with ::figure{id=${id} preset=slow}.`,
  };
}
