import { discretize, type Discrete } from "../../numerics/discretize.ts";
import { complexDivide, complexExp, type Complex } from "../../numerics/complex.ts";
import { eigenvalues } from "../../numerics/eigen.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { scale } from "../../numerics/linalg.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { System } from "./families.ts";
import type { Rule } from "./params.ts";

/** Ā and B̄ of a system under a rule; undefined where the rule has none at this step, or it is beyond Float64. */
export function stepOf(s: Pick<System, "A" | "B">, dt: number, rule: Rule): Discrete | undefined {
  try {
    if (rule !== "mamba") return discretize(s.A, s.B, dt, rule);
    // Mamba's mixture: e^{ΔA} as by a hold, ΔB as by Euler.
    return { A: discretize(s.A, s.B, dt, "zoh").A, B: scale(s.B, dt) };
  } catch (e) {
    if (e instanceof RangeError) return undefined;
    throw e;
  }
}

const weights = { euler: 0, bilinear: 0.5, backward: 1 } as const;

/** Where a rule sends an eigenvalue of A. */
export function sent(lambda: Complex, dt: number, rule: Rule): Complex {
  if (rule === "zoh" || rule === "mamba")
    return complexExp({ re: dt * lambda.re, im: dt * lambda.im });
  const a = weights[rule];
  const above = { re: 1 + (1 - a) * dt * lambda.re, im: (1 - a) * dt * lambda.im };
  const below = { re: 1 - a * dt * lambda.re, im: -a * dt * lambda.im };
  return below.re === 0 && below.im === 0 ? { re: Infinity, im: 0 } : complexDivide(above, below);
}

/** The eigenvalue that a rule sends to z; for a hold the one nearest to the real axis. Undefined where there is none. */
export function cameFrom(z: Complex, dt: number, rule: Rule): Complex | undefined {
  if (rule === "zoh" || rule === "mamba") {
    const r = Math.hypot(z.re, z.im);
    return r < 1e-9 ? undefined : { re: Math.log(r) / dt, im: Math.atan2(z.im, z.re) / dt };
  }
  const a = weights[rule];
  const below = { re: dt * (1 - a + a * z.re), im: dt * a * z.im };
  if (Math.hypot(below.re, below.im) < 1e-9) return undefined;
  return complexDivide({ re: z.re - 1, im: z.im }, below);
}

/** All of them. */
export function allSent({ re, im }: ComplexVector, dt: number, rule: Rule): ComplexVector {
  const z = Array.from(re, (x, k) => sent({ re: x, im: im[k]! }, dt, rule));
  return {
    re: Float64Array.from(z, (p) => p.re),
    im: Float64Array.from(z, (p) => p.im),
  };
}

/** Eigenvalues; none where they are beyond Float64. */
export function poles(A: Matrix): ComplexVector {
  try {
    return eigenvalues(A);
  } catch (e) {
    if (e instanceof RangeError) return { re: new Float64Array(), im: new Float64Array() };
    throw e;
  }
}
