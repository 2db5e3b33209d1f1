import { keepingBut } from "../../kit/keeping.ts";
import { continuousResponse, frequencyResponse, loudest } from "../../models/frequency.ts";
import { layer, realSystem } from "../../models/s4Layer.ts";
import { impulseResponse, type StateSpace } from "../../models/ssm.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { discretize } from "../../numerics/discretize.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { FASTEST, SLOWEST, type Setting } from "./params.ts";

/** Lags of the kernel that are shown. */
export const LAGS = 64;

export interface Run {
  readonly model: StateSpace;
  /** h_k = Ā h_{k−1} + B̄ u_k, y_k = C h_k. */
  readonly steps: StateSpace;
  readonly K: Float64Array;
  /** Radians per unit of time, evenly spaced by ratio, and what is made of each: by the continuous system, and by its steps. */
  readonly omega: Float64Array;
  readonly smooth: ComplexVector;
  readonly stepped: ComplexVector;
  /** Where each answers most, in radians per unit of time; of the steps below π/Δ. */
  readonly peak: number;
  readonly steppedPeak: number;
}

type Made = Omit<Setting, "w">;

/** The continuous system. */
function systemOf({ system, own, damping, N, seed }: Made): StateSpace {
  const D = fromRows([[0]]);
  if (system !== "resonator") {
    const made = layer(system, N, seed);
    return { ...realSystem(made), C: { rows: 1, cols: N, data: made.C }, D };
  }
  const A = fromRows([
    [0, 1],
    [-own * own, -2 * damping * own],
  ]);
  return { A, B: fromRows([[0], [own * own]]), C: fromRows([[1, 0]]), D };
}

/** Everything but the frequency that is looked at. */
export const run = keepingBut<Setting, "w", Run>(["w"], (v) => {
  const model = systemOf(v);
  const steps = { ...model, ...discretize(model.A, model.B, v.dt, v.rule) };
  const count = model.A.rows > 2 ? 140 : 400;
  const ratio = Math.log(FASTEST / SLOWEST) / (count - 1);
  const omega = Float64Array.from({ length: count }, (_, k) => SLOWEST * Math.exp(k * ratio));
  const smooth = continuousResponse(model, omega);
  const stepped = steppedAt(steps, omega, v);
  return {
    model,
    steps,
    K: impulseResponse(steps, LAGS, "immediate").outputs.data,
    omega,
    smooth,
    stepped,
    peak: loudest(omega, smooth, (w) => continuousResponse(model, w)),
    steppedPeak: loudest(
      omega.filter((w) => w <= Math.PI / v.dt),
      stepped,
      (w) => steppedAt(steps, w, v),
    ),
  };
});

/** What the steps make of a frequency: H(e^{iωΔ}), the same again after every 2π/Δ. */
export const steppedAt = (steps: StateSpace, omega: Float64Array, { dt }: Pick<Setting, "dt">) =>
  frequencyResponse(
    steps,
    omega.map((w) => w * dt),
    "immediate",
  );
