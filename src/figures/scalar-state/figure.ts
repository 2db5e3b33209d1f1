import { defineFigure } from "../../kit/figure.ts";
import { printSignal } from "../../kit/params/signal.ts";
import { halfLife, rest, run, type Run } from "./compute.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
/** The state that step t starts from when the read-out is immediate: h_{t−1}. */
const before = (r: Run, t: number) => (t >= 1 ? at(r.h, t - 1) : 0);

export default defineFigure({
  id: "scalar-state",
  title: "One number of memory",
  params,
  presets: {
    impulse: { label: "One push", set: { input: { kind: "impulse" } }, t: 10 },
    leaky: { label: "Keep pushing", set: {} },
    keepsAll: { label: "Keep everything", set: { a: 1, b: 0.1 } },
    alternating: {
      label: "Keep with the sign flipped",
      set: { a: -0.8, input: { kind: "impulse" } },
    },
    grows: { label: "More than everything", set: { a: 1.06, b: 0.1, input: { kind: "impulse" } } },
    nile: {
      label: "The Nile, smoothed",
      set: { a: 0.86, b: 0.14, input: { kind: "series", id: "nile" } },
    },
    speech: {
      label: "A spoken sentence",
      set: { a: 0.93, b: 0.07, input: { kind: "series", id: "speech" } },
    },
    through: {
      label: "Straight through",
      set: { c: 0, d: 1, input: { kind: "sine", period: 16 } },
    },
    impulseAsk: {
      label: "One push, just landed",
      set: { input: { kind: "impulse" }, future: false },
      t: 5,
      lesson: true,
    },
    leakyAsk: {
      label: "Keep pushing, before it settles",
      set: { future: false },
      t: 8,
      lesson: true,
    },
    keepsAllAsk: {
      label: "Keep everything, at the start",
      set: { a: 1, b: 0.1, future: false },
      t: 8,
      lesson: true,
    },
    landed: {
      label: "One push, just after it",
      set: { input: { kind: "impulse" } },
      t: 6,
      lesson: true,
    },
    nine: { label: "A = 0.9", set: { a: 0.9, input: { kind: "impulse" } }, lesson: true },
    ninetyNine: { label: "A = 0.99", set: { a: 0.99, input: { kind: "impulse" } }, lesson: true },
    immediate: {
      label: "One push, read at once",
      set: { input: { kind: "impulse" }, readout: "immediate", steps: 24 },
      t: 4,
      lesson: true,
    },
  },
  compute: run,
  length: (r) => r.u.length,
  readouts: {
    halfLife: { label: "half-life", symbol: "halfLife", foot: true, of: (_, v) => halfLife(v.a) },
    rest: { label: "settles at", symbol: "hrest", foot: true, of: (_, v) => rest(v.a, v.b) },
    u: { label: "input now", symbol: "u", of: (r, _, t) => at(r.u, t) },
    h: { label: "state now", symbol: "h", of: (r, _, t) => at(r.h, t) },
    y: { label: "output now", symbol: "y", of: (r, _, t) => at(r.y, t) },
    first: { label: "state after one push", symbol: "h", of: (_, v) => v.b },
  },
  phrases,
  describe: (_, { a }) =>
    a === 0 ? "forgets" : Math.abs(a) < 1 ? "fades" : Math.abs(a) === 1 ? "keeps" : "grows",
  laws: {
    starts: {
      label: "Before anything comes in, the state is zero",
      holds: (r, v) => quiet(r, v.readout),
    },
    additive: {
      label: "Twice the input gives twice the output",
      holds: (r, v) => {
        const twice = run({ ...v, b: 2 * v.b, d: 2 * v.d });
        return r.y.every((y, t) => close(2 * y, twice.y[t]!, size(r.y)));
      },
    },
    bounded: {
      label: "With |A| < 1 the state never exceeds |B| · max|u| / (1 − |A|)",
      holds: (r, { a, b }) => {
        if (Math.abs(a) >= 1) return true;
        const bound = (Math.abs(b) * size(r.u)) / (1 - Math.abs(a));
        return r.h.every((h) => Math.abs(h) <= bound * (1 + 1e-9) + 1e-12);
      },
    },
    sum: {
      label: "The state is the sum of all past inputs, each weighed by B·Aᵏ",
      holds: (r, v) => {
        const t = r.u.length - 1;
        const lag = v.readout === "delayed" ? 1 : 0;
        let sum = 0;
        let weight = v.b;
        let scale = 1;
        for (let k = t - lag; k >= 0; k--, weight *= v.a) {
          sum += weight * r.u[k]!;
          scale = Math.max(scale, Math.abs(weight * r.u[k]!));
        }
        return close(sum, r.h[t]!, scale);
      },
    },
  },
  symbols: (r, v, t) => {
    const delayed = v.readout === "delayed";
    const h = at(r.h, t);
    // With the delayed read-out the next state is the simulator's own where the run has one.
    const next = r.h[Math.floor(t) + 1] ?? v.a * h + v.b * at(r.u, t);
    return {
      A: v.a,
      B: v.b,
      C: v.c,
      D: v.d,
      t: Math.floor(t),
      L: r.u.length,
      u: at(r.u, t),
      h,
      y: at(r.y, t),
      ...(delayed ? { hnext: next } : { hbefore: before(r, t) }),
      halfLife: halfLife(v.a),
      hrest: rest(v.a, v.b),
    };
  },
  equations: ["state-update", "output", "half-life"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground: ({ a, b, c, d, input, steps, readout }) => ({
    family: "own",
    kind: "discrete",
    own: `${a},${b};${c},${d}`,
    input: printSignal(input),
    steps: String(steps),
    readout,
    views: "time.poles.kernel",
  }),
  answer: "y",
  source: ["src/models/ssm.ts#simulate"],
  view,
});

const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);

/** No state before the first input that is not zero. */
function quiet(r: Run, readout: string): boolean {
  const first = r.u.findIndex((x) => x !== 0);
  const from = first === -1 ? r.u.length : first + (readout === "delayed" ? 1 : 0);
  return r.h.subarray(0, from).every((h) => h === 0);
}
