import { defineFigure } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { matricesOf } from "../../models/recall/memory.ts";
import { leftAt, mineOf, missed, placesOf, run, SEEN, type Run } from "./compute.ts";
import { laws } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";
import { run as compare } from "./task.ts";

/** The chosen memory as a linear system, where it is one. */
const matrices = keeping(
  (memory: Setting["memory"], N: number, theta: number, rho: number, gain: number, seed: number) =>
    matricesOf(memory, { N, theta, rho, gain, seed }),
);

/** Sequences that the timeline goes through. */
const SHOWN = 48;
const marked = (v: Setting) => v.task === "marked";
const delayed = (v: Setting) => v.task === "delay";
const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "delay-line",
  title: "Recall what came in long ago",
  params,
  idle: (v) => ({
    d: marked(v),
    period: marked(v),
    input: marked(v),
    places: delayed(v),
    M: delayed(v),
    sharp: delayed(v),
  }),
  presets,
  compute: run,
  tasks: {
    compare: {
      label: "Compare all memories",
      needs: [
        "task",
        "N",
        "theta",
        "period",
        "rho",
        "places",
        "input",
        "M",
        "sharp",
        "gain",
        "ridge",
        "seed",
      ],
      auto: true,
      run: compare,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r) => (r.delay ? SEEN : SHOWN),
  clock: (r) => (r.delay ? undefined : "atSequence"),
  readouts,
  phrases,
  describe,
  laws,
  symbols: (r, v, t) => ({
    ...(r.delay ? matrices(v.memory, v.N, v.theta, v.rho, v.gain, v.seed) : {}),
    N: v.N,
    t: Math.floor(t),
    theta: v.theta,
    ...(r.delay
      ? {
          L: SEEN,
          k: v.d,
          K: r.delay.kernel,
          C: [Array.from(r.delay.weights)],
          u: at(r.delay.judged.u.subarray(r.delay.judged.from), t),
          uhat: at(r.delay.said, t),
        }
      : {}),
  }),
  equations: ["memory-kernel", "convolution"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: [
    "src/models/recall/memory.ts#memory",
    "src/models/recall/readOut.ts#fit",
    "src/models/recall/push.ts#push",
    "src/models/recall/marked.ts#gated",
  ],
  view,
});

function describe(r: Run, v: Setting) {
  if (r.marked) {
    if (v.memory === "gate") return "opens";
    if (v.memory === "rnn") return mineOf(r, v) ? "squashed" : "waiting";
    return placesOf(v) === 1 ? "onePlace" : "product";
  }
  const share = missed(r, v);
  if (Number.isNaN(share)) return "silence";
  if (v.memory === "rnn") return leftAt(r.delay!, v.d) < 1e-3 ? "faded" : "tanh";
  if (v.memory === "shift" && v.d >= v.N) return "dropped";
  if (share < 0.1) return "recalled";
  if (share < 0.9) return "partly";
  return v.input.kind === "noise" ? "lost" : "unfitted";
}
