import { eigenvalues2x2 } from "../../numerics/eigen2x2.ts";
import { discretize, type RuleName } from "../../numerics/discretize.ts";
import { fromRows } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

export type Complex = readonly [re: number, im: number];

export interface Run {
  /** Where each rule sends a + iω: the eigenvalue of Ā with the imaginary part of its own sign. */
  readonly z: Readonly<Record<RuleName, Complex>>;
}

/** What the reader may drag a pole to. */
export const [LEFT, RIGHT, TOP] = [-6, 2, 8];

/** Where a rule sends the point s: the scalar formulas of GBT and of zero-order hold. */
export function mapped(rule: RuleName, [a, w]: Complex, dt: number): Complex {
  if (rule === "zoh") {
    const r = Math.exp(a * dt);
    return [r * Math.cos(w * dt), r * Math.sin(w * dt)];
  }
  const alpha = { euler: 0, bilinear: 0.5, backward: 1 }[rule];
  return divide(
    [1 + (1 - alpha) * dt * a, (1 - alpha) * dt * w],
    [1 - alpha * dt * a, -alpha * dt * w],
  );
}

/** The point that a rule sends to z; for zero-order hold the nearest to the real axis. Undefined where there is none. */
export function unmapped(rule: RuleName, z: Complex, dt: number): Complex | undefined {
  const [x, y] = z;
  if (rule === "zoh") {
    const r = Math.hypot(x, y);
    return r < 1e-12 ? undefined : [Math.log(r) / dt, Math.atan2(y, x) / dt];
  }
  const alpha = { euler: 0, bilinear: 0.5, backward: 1 }[rule];
  // z (1 − αΔs) = 1 + (1 − α)Δs
  const below: Complex = [dt * (1 - alpha + alpha * x), dt * alpha * y];
  if (Math.hypot(...below) < 1e-12) return undefined;
  return divide([x - 1, y], below);
}

function divide([a, b]: Complex, [c, d]: Complex): Complex {
  const size = c * c + d * d;
  return size === 0 ? [Infinity, Infinity] : [(a * c + b * d) / size, (b * c - a * d) / size];
}

/** The pole that the simulator's Ā really has. */
function pole(rule: RuleName, { a, w, dt }: Setting): Complex {
  const A = fromRows([
    [a, -w],
    [w, a],
  ]);
  try {
    const { re, im } = eigenvalues2x2(discretize(A, fromRows([[1], [0]]), dt, rule).A);
    // The one that belongs to a + iω: the eigenvector (1, −i) is the same for all of them.
    const own = mapped(rule, [a, w], dt);
    const k = Math.abs(im[0]! - own[1]) <= Math.abs(im[1]! - own[1]) ? 0 : 1;
    return [re[k]!, im[k]!];
  } catch {
    return [Infinity, 0]; // 1/Δ or 2/Δ is itself the pole: the implicit rules have no answer
  }
}

export const run = (v: Setting): Run => ({
  z: {
    zoh: pole("zoh", v),
    bilinear: pole("bilinear", v),
    euler: pole("euler", v),
    backward: pole("backward", v),
  },
});

export const size = ([x, y]: Complex) => Math.hypot(x, y);
/** Steps in which the discrete pole goes round once. */
export const period = ([x, y]: Complex) => (2 * Math.PI) / Math.abs(Math.atan2(y, x));
/** Whether the turn of one step is more than half a round: sampled too slowly to know its direction. */
export const aliased = ({ w, dt }: Setting) => w * dt > Math.PI * (1 + 1e-9);
