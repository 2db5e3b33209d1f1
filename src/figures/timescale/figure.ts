import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { at, change, run, type Run, type Setting } from "./compute.ts";
import { halves, timeless, windowStretched } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets, swells } from "./presets.ts";
import { view } from "./view.ts";

/** The most rows that a formula with numbers still shows. */
const ROOM = 8;

export default defineFigure({
  id: "timescale",
  title: "The same signal, slower and faster",
  params: {
    speed: number({
      label: "speed of the signal",
      min: 0.25,
      max: 4,
      step: 0.01,
      initial: 0.5,
      log: true,
    }),
    N: number({ label: "how many numbers", symbol: "N", min: 2, max: 16, step: 1, initial: 12 }),
    theta: number({
      label: "window of LegT, in steps",
      symbol: "theta",
      min: 8,
      max: 256,
      step: 1,
      initial: 40,
      log: true,
    }),
    rule: choice({
      label: "How a step is taken",
      options: { exact: "Held input, exact", bilinear: "Bilinear" },
      initial: "exact",
    }),
    input: signal({
      label: "Input",
      symbol: "u",
      initial: swells,
      given: [[swells, "Three swells"]],
    }),
    rate: number({
      label: "samples in a step, at normal speed",
      min: 1,
      max: 12,
      step: 1,
      initial: 12,
      more: true,
    }),
    steps: number({
      label: "Steps, where the input has no length of its own",
      symbol: "L",
      min: 16,
      max: 128,
      step: 1,
      initial: 96,
      more: true,
    }),
  },
  presets,
  compute: run,
  length: (r) => r.u.length,
  readouts: {
    legs: {
      label: "LegS changes by, in %",
      foot: true,
      of: (r, _, t) => 100 * change(r, r.legs, t),
    },
    result: {
      label: "LegT changes by, in %",
      foot: true,
      of: (r, _, t) => 100 * change(r, r.legt, t),
    },
    pace: { label: "speed, in whole samples", foot: true, of: (r) => r.speed },
    share: {
      label: "share of the signal in the window, in %",
      symbol: "theta",
      of: (r, v) => Math.min(100, (100 * v.theta * r.speed) / r.u.length),
    },
    shareNormal: {
      label: "the same at normal speed, in %",
      symbol: "theta",
      of: (r, v) => Math.min(100, (100 * v.theta) / r.u.length),
    },
  },
  phrases: {
    same: "At normal speed both signals are one, and so are the numbers.",
    exact:
      "At {pace} times the speed LegS holds the same {N} numbers, up to rounding ({legs} %). LegT's change by {result} %, because its window stays {theta} steps long.",
    bilinear:
      "At {pace} times the speed LegS's numbers change by {legs} %: the bilinear rule's error, which finer samples make smaller. LegT's change by {result} %.",
    silence: "Nothing has come in yet: all numbers are zero.",
    normal: "normal speed",
    played: "as played",
    memory: "as LegS remembers it",
    legs: "LegS",
    legt: "LegT",
    legend: "bar: as played; line: normal speed",
    window: "window of LegT",
    scrub: "The signal: move the playhead by dragging or with the arrow keys",
    picture:
      "The signal at normal speed and as it is played, and the numbers that LegS and LegT hold of both",
  },
  describe,
  laws: {
    timeless: {
      label: "LegS with a held input holds the same numbers at any speed",
      holds: (r, v) => timeless(r, v),
    },
    halves: {
      label: "Under the bilinear rule twice the samples leave about half the error",
      holds: (r, v) => halves(r, v),
    },
    stretched: {
      label: "A window stretched along with the signal makes LegT the same again",
      holds: (r, v) => windowStretched(r, v),
    },
  },
  symbols: (r, v, t) => ({
    N: v.N,
    L: r.u.length,
    t: Math.floor(t) + 1,
    theta: v.theta,
    u: r.u[Math.floor(t)]!,
    ...(v.N <= ROOM ? { coef: Array.from(at(r.legs.played, r, t), (c) => [c]) } : {}),
  }),
  equations: ["hippo-scaled"],
  numpy,
  answer: "result",
  source: ["src/models/hippo.ts#remember", "src/numerics/legsStep.ts#scaled"],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (Number.isNaN(change(r, r.legs, t))) return "silence";
  if (r.played === r.normal) return "same";
  return v.rule;
}
