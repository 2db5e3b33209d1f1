import { count, fail, finite, positive } from "../../numerics/check.ts";
import { fromRows, type Matrix, zeros } from "../../numerics/matrix.ts";
import type { Generator } from "../../numerics/random.ts";
import { semidefiniteRoot } from "../../numerics/semidefinite.ts";
import { apply } from "./kernels.ts";
import { checkModel, type KalmanModel, rowOf } from "./model.ts";

/**
 * A series drawn from the model: the true states, L×n, and what is measured of them, L×p. Q, R and P0 may be singular;
 * a diffuse start begins at m0. Draws come from `random` in the order x_0, then v_t, w_t of each step.
 */
export function draw(
  model: KalmanModel,
  L: number,
  random: Generator,
): { states: Matrix; observations: Matrix } {
  const { n, p } = checkModel(model);
  count("L", L);
  const roots = {
    start: semidefiniteRoot("P0", model.P0),
    process: semidefiniteRoot("Q", model.Q),
    measurement: semidefiniteRoot("R", model.R),
  };
  const states = zeros(L, n);
  const observations = zeros(L, p);
  const noise = (root: Matrix) => {
    const e = Float64Array.from({ length: root.rows }, () => random.normal());
    const out = new Float64Array(root.rows);
    apply(out, root.data, e, root.rows, root.rows);
    return out;
  };
  let x = plus(model.m0.slice(), noise(roots.start));
  for (let t = 0; t < L; t++) {
    rowOf(states, t).set(x);
    apply(rowOf(observations, t), model.C.data, x, p, n);
    plus(rowOf(observations, t), noise(roots.measurement));
    const next = new Float64Array(n);
    apply(next, model.A.data, x, n, n);
    x = plus(next, noise(roots.process));
  }
  finite(
    "the last state",
    x.reduce((sum, value) => sum + value, 0),
  );
  return { states, observations };
}

/**
 * A target of nearly constant velocity on a line, states [position, velocity], position measured: an acceleration of
 * variance `acceleration` held over each step of `dt` > 0, measurement noise of variance `noise`. Starts at rest at 0 with
 * covariance `spread` I, 10 unless said. Source: Bar-Shalom, Li & Kirubarajan 2001, §6.3.2.
 */
export function constantVelocity(options: {
  dt: number;
  acceleration: number;
  noise: number;
  spread?: number;
}): KalmanModel {
  const { dt, acceleration: q, noise, spread = 10 } = options;
  positive("dt", dt);
  for (const [name, x] of Object.entries({ acceleration: q, noise, spread }))
    if (!(finite(name, x) >= 0)) fail(name, "a variance of at least 0", x);
  const [g, h] = [(dt * dt) / 2, dt];
  return {
    A: fromRows([
      [1, dt],
      [0, 1],
    ]),
    C: fromRows([[1, 0]]),
    Q: fromRows([
      [q * g * g, q * g * h],
      [q * g * h, q * h * h],
    ]),
    R: fromRows([[noise]]),
    m0: new Float64Array(2),
    P0: fromRows([
      [spread, 0],
      [0, spread],
    ]),
  };
}

function plus(x: Float64Array, y: Float64Array): Float64Array {
  for (let i = 0; i < x.length; i++) x[i]! += y[i]!;
  return x;
}
