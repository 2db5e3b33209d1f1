import { describe, expect, test } from "vitest";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import { tagOf } from "../../src/chapters/directives.ts";
import { findAll } from "../../src/chapters/page.ts";
import { momentOf } from "../../src/kit/derive.ts";
import type { Equation } from "../../src/kit/equation.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { isSymbol, type SymbolId } from "../../src/notation.ts";
import { notation } from "../../src/symbols/table.ts";
import { compiled } from "../compiled.ts";
import { everyFigure } from "./everyFigure.ts";
import { settled } from "./runs.ts";

const equations = import.meta.glob<Equation>("../../src/equations/*.ts", {
  eager: true,
  import: "default",
});
const equationOf = (id: string) => equations[`../../src/equations/${id}.ts`]!;
const symbolsOf = ({ tex }: Equation) =>
  new Set([...tex.matchAll(/\\sy\{(\w+)\}/g)].map((m) => m[1] as SymbolId));

type Told = Readonly<Record<string, (v: Values<Params>, t: number) => boolean>>;
/** Kalman's half-steps: an even one predicts, an odd one has seen; where Q and R are 0 nothing is to be weighed. */
const unseen = (v: Values<Params>, t: number) => t % 2 === 0 || (v.Q === 0 && v.R === 0);
const first = (_: unknown, t: number) => t < 2;
/** Not yet multiplied to the end. */
const swept = (_: unknown, t: number) => t < 113;
/** No fix at all, or none within the tunnel. */
const inTheDark = (v: Values<Params>, t: number) =>
  v.drop === 1 || (v.tunnel === true && t > 56 && t <= 96);
/** Moments at which an equation says nothing of what the figure shows: there it stands with its symbols only. */
const silent: Told = {
  "bells square-sum": swept,
  "bells precision-sum": swept,
  "bells precision-mean": swept,
  "bells gain-share": swept,
  "kalman-cycle kalman-predict": first,
  "kalman-cycle kalman-spread": first,
  "kalman-cycle kalman-gain": (v) => v.Q === 0 && v.R === 0,
  "kalman-cycle kalman-innovation": unseen,
  "kalman-cycle kalman-update": unseen,
  "kalman-cycle kalman-covariance": unseen,
  "track kalman-predict": (_, t) => t < 1,
  "track kalman-spread": (_, t) => t < 1,
  // No fix: nothing is weighed.
  "track kalman-gain": inTheDark,
  "track kalman-update": inTheDark,
  // What is said of a marked token comes from two inputs, tokens and marks, each with a kernel of its own.
  "delay-line convolution": () => true,
  // Not linear, or with a complex state.
  "delay-line memory-kernel": (v) =>
    v.task === "marked" || v.memory === "rnn" || v.memory === "lin",
  "hippo-matrix hippo-legs": (v) => v.measure !== "legs",
  "hippo-matrix hippo-sum": (v) => v.measure !== "legs",
  // In a window of their own the numbers have another clock than t.
  "measure hippo-scaled": (v) => v.measure !== "legs",
  "hippo-memory hippo-scaled": (v) => v.measure !== "legs" || v.law !== "scaled",
  "hippo-memory hippo-reconstruction": (v) => v.measure !== "legs" || v.law !== "scaled",
  "kernel-gallery s4d-kernel": (v) =>
    ["legs", "real"].includes(v.init as string) || v.rule !== "zoh",
  // Two vectors on one line are no basis.
  "basis similarity": (v) => {
    const [[a, b], [c, d]] = v.T as [[number, number], [number, number]];
    return Math.abs(a * d - b * c) < 1e-6;
  },
  // An empty sheet: nothing is read.
  "image-scan still-heard": (v) => (v.digit as { kind: string }).kind === "own",
  // A mean over channels is no channel's weight.
  "hidden-attention still-heard": (v) => v.channel === 0,
  // In the article's kitchen nobody walks.
  "kitchen saved-walks": (v) => v.story === "seed",
  // What S6 answered at a sample is not kept.
  "residual lpc-error": (v) => v.way === "s6",
  "library scan-operator": (v) => v.task !== "sum" && v.task !== "ssm",
  // By hand a number is multiplied; of a net, the factor of the kind that is looked at is shown.
  "parity multiplied-state": (v) => v.show !== "hand",
  "parity negative-factor": (v) => v.show !== "own" || v.net !== "negative",
  "parity turning-factor": (v) => v.show !== "own" || v.net !== "rotation",
  // h_t itself is read, before the next input
  "scalar-state state-update": (v) => v.readout === "immediate",
  // Theorem 1 is about one state with A = −1 and B = 1; in a trained model none is.
  "selective-state theorem-one": (v) => v.by === "trained",
  // Curves of learning are shown, and no state.
  "train-pair selective-recurrence": (v) => v.show === "learning",
  // The ratio that was set, with the noise as it is.
  "speech-smoothing snr": (v) => v.add === false || v.level === "quiet",
};

describe.each(everyFigure.filter(({ figure }) => figure.equations.length > 0))(
  "$folder shown with numbers",
  ({ figure: f }) => {
    const settings = [undefined, ...Object.keys(f.presets)];
    test.each([...f.equations])("%s: every symbol has its number in every preset", async (id) => {
      const e = equationOf(id);
      for (const preset of settings) {
        const m = momentOf(f, preset);
        const unboundIn = ({ result, values, t }: typeof m) => {
          const at = f.symbols(result, values, t);
          return [...symbolsOf(e)].filter((s) => at[s] === undefined);
        };
        // What the figure computes by itself, or fetches, may have what it lacks at first.
        const lacks = unboundIn(m).length > 0;
        const unbound = lacks ? unboundIn(await settled(f, preset)) : [];
        const said = silent[`${f.id} ${id}`]?.(m.values, m.t) === true;
        expect(unbound.length > 0, `${preset ?? "as declared"}: ${unbound.join(" ")}`).toBe(said);
      }
    });
  },
);

test("eigenvalues and other lists of complex numbers are rows of two", () => {
  for (const { figure: f } of everyFigure)
    for (const preset of [undefined, ...Object.keys(f.presets)]) {
      const m = momentOf(f, preset);
      for (const [id, value] of Object.entries(f.symbols(m.result, m.values, m.t)))
        if (isSymbol(id) && "complex" in notation[id])
          expect(
            [value].flat(1).every((row) => (row as number[]).length === 2),
            f.id,
          ).toBe(true);
    }
});

test.each(chaptersIn("content"))("%s shows beside a figure that figure's equations", (folder) => {
  const file = `content/en/${folder}/index.md`;
  for (const step of compiled(file).steps) {
    const f = everyFigure.find(({ figure }) => figure.id === step.figure)?.figure;
    for (const [, { id }] of f ? findAll(step.body, tagOf("equation")) : [])
      expect(f!.equations, `#${step.id}`).toContain(id);
  }
});
