import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import {
  chainAdds,
  entersRight,
  groupsFit,
  movesAreTraffic,
  sameOutputs,
  stepsAdd,
} from "./laws.ts";
import { stepAt } from "./moment.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";
import { kept } from "./walks.ts";

export default defineFigure({
  id: "dispatches",
  title: "Three dispatches",
  params,
  idle: ({ show }) => {
    const [small, whole] = [show === "numbers", show === "counts"];
    return { tokens: whole, c: whole, L: small, D: small, N: small, chunk: small };
  },
  presets,
  compute: run,
  length: (r, v) => (v.show === "numbers" ? r.steps.length + 1 : 1),
  clock: (_, __, t) => (t <= 0 ? "atStart" : "atStep"),
  rate: 1,
  readouts,
  phrases,
  describe,
  laws: {
    same: { label: "What K3 writes are the outputs of the recurrence", holds: sameOutputs },
    enters: {
      label: "What K2 leaves for a chunk is the state before it",
      holds: entersRight,
    },
    traffic: {
      label: "Each dispatch reads and writes as often as the engine’s formulas say",
      holds: movesAreTraffic,
    },
    steps: { label: "Steps in a row: two walks of a chunk, and one step a chunk", holds: stepsAdd },
    groups: { label: "Every chunk has its workgroups, in K1 all but the last", holds: groupsFit },
    chain: { label: "A layer’s chain is two chunks long and what K2 adds", holds: chainAdds },
  },
  symbols,
  equations: ["chunk-end"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (r, v) => (v.show === "numbers" ? r.y.at(-1)! : readouts.chain.of(r)) },
  source: ["src/figures/dispatches/walks.ts#walks", "src/models/s6Chunked.ts#chunked"],
  view,
});

/** The chunk whose end K2 joins, or the first one. */
function symbols({ at: v, delta, u, steps, chunks }: Run, _: Setting, t: number) {
  const s = Math.ceil(t) - 1;
  const k = steps[s]?.dispatch === 2 ? s - v.c : 0;
  const from = (to: number, start: number, h0: number) => {
    let h = h0;
    for (let i = start; i < to; i++) h = kept(delta[i]!) * h + delta[i]! * u[i]!;
    return h;
  };
  const [start, stop] = [k * v.c, Math.min((k + 1) * v.c, delta.length)];
  const hin = from(start, 0, 0);
  const tau = delta.slice(start, stop).reduce((a, b) => a + b, 0);
  const sizes = v.show === "counts" ? { L: v.L, channels: v.D, N: v.N } : {};
  const both = { hin, hfrom: from(stop, start, 0), h: from(stop, start, hin) };
  return { A: -Math.LN2, tau, ...both, ...sizes, t: chunks > 0 ? Math.floor(t) : 0 };
}

function describe(r: Run, v: Setting, t: number): Phrase {
  if (v.show === "counts") return r.counted.length > 1 ? "layer" : "layerAlone";
  const { s, dispatch, k, of } = stepAt(r, t);
  if (s === 0) return "begins";
  if (t >= r.steps.length) {
    if (r.chunks === 1) return "endsAlone";
    return r.steps.length < r.delta.length ? "ends" : "endsNoGain";
  }
  const over = k === of && t >= s;
  if (dispatch === 1) return over ? "firstEnds" : "first";
  if (dispatch === 2) return over ? "secondEnds" : "second";
  return "third";
}
