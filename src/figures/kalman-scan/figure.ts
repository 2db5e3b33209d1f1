import { defineFigure } from "../../kit/figure.ts";
import { numbersOf, partsOf, readyAt, roundAt, run, type Run } from "./compute.ts";
import { anyGrouping, doneIsFilter, doubles, isModel, knownBefore } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { ROUNDS, STEPS } from "./size.ts";
import { view } from "./view.ts";

const at = (r: Run, v: Setting, t: number) => numbersOf(r.rounds[roundAt(t)]![v.look - 1]!);

export default defineFigure({
  id: "kalman-scan",
  title: "The filter, all steps at once",
  params,
  presets,
  compute: run,
  length: () => ROUNDS + 1,
  clock: () => "clock",
  rate: 1,
  readouts: {
    ready: { label: "steps done", foot: true, of: (r, _, t) => readyAt(r, roundAt(t)) },
    joins: {
      label: "joins so far",
      foot: true,
      of: (_r, _v, t) =>
        Array.from({ length: roundAt(t) }, (_, k) => STEPS - 2 ** k).reduce((a, b) => a + b, 0),
    },
    round: { label: "round", of: (_r, _v, t) => roundAt(t) },
    keeps: { label: "a of the stretch looked at", symbol: "A", of: (r, v, t) => at(r, v, t).a },
    b: {
      label: "b of the stretch looked at",
      symbol: "h",
      foot: true,
      of: (r, v, t) => at(r, v, t).b,
    },
    c: {
      label: "c of the stretch looked at",
      symbol: "P",
      foot: true,
      of: (r, v, t) => at(r, v, t).c,
    },
    last: { label: "last estimate", symbol: "hhat", of: (r) => r.mean[STEPS - 1]! },
  },
  phrases,
  describe: (_r, v, t) =>
    v.a === 0 ? "forgets" : (["begins", "first", "second", "ends"] as const)[roundAt(t)]!,
  laws: {
    filter: { label: "What is done is the filter's own bell, in every round", holds: doneIsFilter },
    doubles: { label: "Each round doubles what is done", holds: doubles },
    grouping: { label: "In whatever groups one joins, the result is the same", holds: anyGrouping },
    known: {
      label: "A stretch ends where the filter would, were the state before it known",
      holds: knownBefore,
    },
    model: { label: "The course's parallel filter is its filter", holds: isModel },
  },
  symbols: (r, v, t) => {
    // Where nothing is joined, steps 2 and 3 stand for all.
    const [i, j] = partsOf(r, roundAt(t), v.look - 1) ?? [r.rounds[0]![1]!, r.rounds[0]![2]!];
    const gap = 2 ** (roundAt(t) - 1);
    const joins = roundAt(t) > 0 && v.look > gap;
    const whole = joins ? r.rounds[roundAt(t)]![v.look - 1]! : r.rounds[1]![2]!;
    const [one, two, both] = [numbersOf(i), numbersOf(j), numbersOf(whole)];
    return {
      A: v.a,
      Q: v.Q,
      R: v.R,
      C: 1,
      t: v.look,
      a1: one.a,
      b1: one.b,
      c1: one.c,
      a2: two.a,
      b2: two.b,
      c2: two.c,
      eta2: two.eta,
      j2: two.j,
      a12: both.a,
      b12: both.b,
      c12: both.c,
    };
  },
  equations: ["stretch-join"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "last",
  source: ["src/models/kalman/parallel.ts#element", "src/models/kalman/parallel.ts#join"],
  view,
});
