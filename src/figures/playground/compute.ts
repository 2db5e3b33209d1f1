import { keeping } from "../../kit/keeping.ts";
import { samples } from "../../kit/signal.ts";
import { continuousResponse, frequencyResponse } from "../../models/frequency.ts";
import { softplus } from "../../models/s6Gate.ts";
import { impulseResponse, simulate, type StateSpace } from "../../models/ssm.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import type { Discrete } from "../../numerics/discretize.ts";
import { causalConvolve } from "../../numerics/fft.ts";
import { systemOf, timeOf, type System } from "./families.ts";
import { withNoise, type Noisy } from "./noise.ts";
import type { Setting } from "./params.ts";
import { peakOf, type Peak } from "./peak.ts";
import { scanned } from "./scanned.ts";
import { heard, paces, stepsOf, walk } from "./selective.ts";
import { allSent, poles, stepOf } from "./steps.ts";

export interface Run {
  readonly u: Float64Array;
  readonly system: System;
  /** What steps; with selection, at an input of 0. Undefined where the rule has no step of this length. */
  readonly model: StateSpace | undefined;
  /** The step of each moment, where they differ. */
  readonly moving: readonly Discrete[] | undefined;
  /** Δ_t; none for a system in steps. */
  readonly dts: Float64Array;
  /** Steps before a number is beyond Float64. States and outputs are 0 from there on. */
  readonly finite: number;
  /** h_t at t·N, without noise, and the output three ways: by the recurrence, as chosen, as a convolution where that can be. */
  readonly states: Float64Array;
  readonly recurrent: Float64Array;
  readonly y: Float64Array;
  readonly convolved: Float64Array | undefined;
  readonly K: Float64Array;
  /** Eigenvalues of A as it is given, and where they stand in a step. */
  readonly lambda: ComplexVector;
  readonly z: ComplexVector;
  readonly H: ComplexVector;
  /** The continuous system's response at the same frequencies. */
  readonly Hc: ComplexVector | undefined;
  readonly peak: Peak;
  readonly noisy: Noisy | undefined;
}

const POINTS = 144;
/** Radians a step, from a thousandth of the fastest that steps can tell up to that: the grid of the frequency views. */
export const OMEGA = Float64Array.from(
  { length: POINTS },
  (_, k) => Math.PI * 1000 ** (k / (POINTS - 1) - 1),
);

/** Whether the steps depend on the input. */
export const selects = (v: Setting) => v.select && timeOf(v) === "continuous";

/** The step size at rest. */
export const restDt = (v: Setting) => (selects(v) ? softplus(v.gb) : v.dt);

type What = Pick<
  Setting,
  "family" | "own" | "poles" | "kind" | "N" | "w" | "zeta" | "seed" | "read" | "D"
>;
const kept = keeping((...v: What[keyof What][]) => {
  const [family, own, poles, kind, N, w, zeta, seed, read, D] = v;
  return systemOf({ family, own, poles, kind, N, w, zeta, seed, read, D } as What);
});
const systemAt = (v: Setting): System =>
  kept(v.family, v.own, v.poles, v.kind, v.N, v.w, v.zeta, v.seed, v.read, v.D);

const eigen = keeping((s: System) => poles(s.A));

/** The system's step, and what does not depend on the input: its kernel and its frequency response. */
const stepped = keeping((s: System, dt: number, rule: Setting["rule"]) =>
  s.time === "discrete" ? { A: s.A, B: s.B } : stepOf(s, dt, rule),
);
const responses = keeping((s: System, step: Discrete, dt: number, readout: Setting["readout"]) => {
  const model = { ...s, ...step };
  const H = frequencyResponse(model, OMEGA, readout);
  const continuous = s.time === "continuous";
  const edge = edgeOf(poles(step.A));
  return {
    H,
    Hc: continuous
      ? continuousResponse(
          s,
          OMEGA.map((w) => w / dt),
        )
      : undefined,
    peak: peakOf(model, readout, OMEGA, H, edge),
  };
});

/** The angles of the eigenvalues on the unit circle. */
const edgeOf = ({ re, im }: ComplexVector) =>
  Array.from(re, (x, k) => [x, im[k]!] as const)
    .filter(([x, y]) => onCircle(Math.hypot(x, y)))
    .map(([x, y]) => Math.abs(Math.atan2(y, x)));

const EMPTY: ComplexVector = { re: new Float64Array(), im: new Float64Array() };

/** One system, one input, all that the views show of them. */
export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const system = systemAt(v);
  const continuous = system.time === "continuous";
  const lambda = eigen(system);
  const dt = restDt(v);
  const step = stepped(system, dt, v.rule);
  const dts = !continuous
    ? new Float64Array()
    : selects(v)
      ? paces(u, v)
      : new Float64Array(u.length).fill(dt);
  const moving = selects(v) ? stepsOf(system, dts, v.rule) : undefined;
  const still = { u, system, dts, lambda, moving };
  if (!step || (selects(v) && !moving))
    return { ...still, ...nothing(u.length * system.A.rows, u.length) };
  const z = continuous ? allSent(lambda, dt, v.rule) : lambda;
  const model = { ...system, ...step };
  const fixed = { ...still, model, z, ...responses(system, step, dt, v.readout) };
  return moving
    ? { ...fixed, ...selected(system, moving, u, v) }
    : { ...fixed, ...linear(model, u, v) };
}

/** The run of a system whose steps differ. */
function selected(system: System, moving: readonly Discrete[], u: Float64Array, v: Setting) {
  const plain = walk(system, moving, u, v.readout === "immediate");
  const { states, y, finite } = plain;
  const noisy = disturbedBy(v) ? withNoise(system, { ...plain, steps: moving }, v) : undefined;
  return { states, recurrent: y, y, finite, K: new Float64Array(), convolved: undefined, noisy };
}

const disturbedBy = ({ Q, R }: Setting) => Q > 0 || R > 0;

/** The run of a system whose steps are all alike. */
function linear(model: StateSpace, u: Float64Array, v: Setting) {
  const { readout } = v;
  const input = { rows: u.length, cols: 1, data: u };
  const { states, outputs, finite } = simulate(model, input, { readout });
  const answer = impulseResponse(model, u.length, readout);
  const K = answer.outputs.data.slice(0, answer.finite);
  const convolved = convolution(u, K);
  const steps = Array.from(u, () => model);
  const plain = { states: states.data, y: outputs.data, finite, steps };
  const scan = () => scanned(model, model, u, readout === "immediate");
  const y = byWay(v.way, plain.y, convolved, scan);
  const noisy = disturbedBy(v) ? withNoise(model, plain, v) : undefined;
  return { finite, states: states.data, recurrent: plain.y, y, convolved, K, noisy };
}

/** Where no step can be taken. */
const nothing = (states: number, L: number) => ({
  model: undefined,
  moving: undefined,
  finite: 0,
  states: new Float64Array(states),
  recurrent: new Float64Array(L),
  y: new Float64Array(L),
  convolved: undefined,
  K: new Float64Array(),
  z: EMPTY,
  H: EMPTY,
  Hc: undefined,
  peak: { at: NaN, gain: NaN, rest: NaN },
  noisy: undefined,
});

function byWay(
  way: Setting["way"],
  recurrent: Float64Array,
  convolved: Float64Array | undefined,
  scan: () => Float64Array,
): Float64Array {
  if (way === "recurrence") return recurrent;
  const other = way === "scan" ? scan() : (convolved ?? recurrent);
  return other.every(Number.isFinite) ? other : recurrent;
}

/** Larger sums than this a transform does not carry. */
const MOST = 1e100;

/** K ∗ u; none where the kernel outgrows what a transform carries. */
function convolution(u: Float64Array, K: Float64Array): Float64Array | undefined {
  if (K.length < u.length || size(K) * (1 + size(u)) > MOST) return undefined;
  return causalConvolve(u, K);
}

export const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** The step whose numbers are shown: after an overflow there are none. */
export const stepAt = (r: Run, t: number) => Math.max(0, Math.min(r.finite - 1, Math.floor(t)));

/** Where the eigenvalues stand at a moment: with selection they move. */
export const polesAt = (r: Run, v: Setting, t: number): ComplexVector =>
  r.moving ? allSent(r.lambda, r.dts[stepAt(r, t)]!, v.rule) : r.z;

/** What the output at a moment hears of each input so many steps ago. */
export const kernelAt = (r: Run, v: Setting, t: number): Float64Array =>
  r.moving ? heard(r.system, r.moving, stepAt(r, t), v.readout === "immediate") : r.K;

/** The spectral radius, and whether it is 1 as far as six digits tell. */
export const radiusOf = ({ re, im }: ComplexVector) =>
  re.reduce((most, x, k) => Math.max(most, Math.hypot(x, im[k]!)), 0);
export const onCircle = (radius: number) => Math.abs(radius - 1) < 1e-6;

/**
 * How far two ways to the output lie apart, relative to the sums behind them. Where it is rounding, the power of ten that bounds
 * it, from 10⁻¹⁴ on: its digits are not the same on every machine.
 */
export function apart(r: Run): number {
  if (r.moving || !r.model || r.finite === 0) return NaN;
  const other = r.y === r.recurrent ? r.convolved : r.y;
  if (!other) return NaN;
  const gap = differ(r, other);
  return gap > 1e-9 ? gap : 10 ** Math.max(-14, Math.ceil(Math.log10(Math.max(gap, 1e-300))));
}

/** The largest difference from the recurrence, relative to the sums behind it. */
export function differ(r: Run, other: Float64Array): number {
  const C = r.system.C.data.reduce((sum, c) => sum + Math.abs(c), 0);
  const sums = Math.max(
    1e-300,
    C * size(r.states),
    size(r.K) * r.u.reduce((s, x) => s + Math.abs(x), 0),
  );
  let gap = 0;
  for (let t = 0; t < r.finite; t++) gap = Math.max(gap, Math.abs(other[t]! - r.recurrent[t]!));
  return gap / sums;
}
