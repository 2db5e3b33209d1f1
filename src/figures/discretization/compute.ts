import { discretize, ruleNames, type RuleName } from "../../numerics/discretize.ts";
import { keeping } from "../../kit/keeping.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { answerAt, inputAt, T, type InputId } from "./input.ts";
import type { Setting } from "./params.ts";

type System = Pick<Setting, "a" | "w" | "input" | "truth">;

/** What one rule makes of λ and of the held input. */
export interface Steps {
  /** Ā and B̄ as complex numbers. */
  readonly A: readonly [number, number];
  readonly B: readonly [number, number];
  /** Re h at 0, Δ, 2Δ … */
  readonly h: Float64Array;
}

export interface Run {
  readonly u: Float64Array;
  readonly steps: Readonly<Record<RuleName, Steps>>;
  /** The exact answer on a fine grid of FINE + 1 moments, and at the steps. */
  readonly exact: Float64Array;
  readonly exactAt: Float64Array;
  /** Largest error of each rule over the seconds shown, against Δ. */
  readonly errors: Readonly<Record<RuleName, Float64Array>>;
}

export const FINE = 400;
export const [LEAST, MOST] = [0.01, 2];
/** The step sizes of the error plot. */
export const grid = Float64Array.from({ length: 33 }, (_, i) => LEAST * (MOST / LEAST) ** (i / 32));

/** Ā and B̄ of λ = a + iω by the simulator's own rules: λ is the matrix [[a, −ω], [ω, a]], and B = 1. */
export function ruleOf(rule: RuleName, a: number, w: number, dt: number): Omit<Steps, "h"> {
  const lambda = fromRows([
    [a, -w],
    [w, a],
  ]);
  const { A, B } = discretize(lambda, fromRows([[1], [0]]), dt, rule);
  return { A: [A.data[0]!, A.data[2]!], B: [B.data[0]!, B.data[1]!] };
}

/** Re h_k of h_{k+1} = Ā h_k + B̄ u_k; `im` takes the imaginary parts where they are wanted. */
function walk({ A, B }: Omit<Steps, "h">, u: Float64Array, im?: Float64Array): Float64Array {
  const h = new Float64Array(u.length + 1);
  let [x, y] = [0, 0];
  for (let k = 0; k < u.length; k++) {
    [x, y] = [A[0] * x - A[1] * y + B[0] * u[k]!, A[0] * y + A[1] * x + B[1] * u[k]!];
    h[k + 1] = x;
    if (im) im[k + 1] = y;
  }
  return h;
}

/** The held values: one a step, from its beginning or its middle. */
function held({ input, at }: Pick<Setting, "input" | "at">, dt: number): Float64Array {
  const n = Math.max(1, Math.floor(T / dt + 1e-9));
  const shift = at === "middle" ? 0.5 : 0;
  return Float64Array.from({ length: n }, (_, k) => inputAt(input, (k + shift) * dt));
}

function truthAt(v: System, dt: number, u: Float64Array): Float64Array {
  if (v.truth === "stairs") return walk(ruleOf("zoh", v.a, v.w, dt), u);
  const lambda = [v.a, v.w] as const;
  const answer = new Float64Array(u.length + 1);
  for (let k = 0; k < answer.length; k++) answer[k] = answerAt(v.input, lambda, k * dt);
  return answer;
}

const forEachRule = <T>(make: (rule: RuleName) => T) =>
  Object.fromEntries(ruleNames.map((rule) => [rule, make(rule)])) as Record<RuleName, T>;

/** The same system under four rules, and how far each is from the truth, at this Δ and at all others. */
export function run(v: Setting): Run {
  const u = held(v, v.dt);
  const steps = forEachRule((rule) => {
    const m = ruleOf(rule, v.a, v.w, v.dt);
    return { ...m, h: walk(m, u) };
  });
  const errors = errorsOf(v.a, v.w, v.input, v.truth, v.at);
  return { u, steps, exact: exactly(v, u), exactAt: truthAt(v, v.dt, u), errors };
}

/** The held values at every Δ of the error plot, and there the errors of each rule: neither depends on the Δ that is set. */
const heldOnGrid = keeping((input: InputId, at: Setting["at"]) =>
  Array.from(grid, (dt) => held({ input, at }, dt)),
);
const errorsOf = keeping(
  (a: number, w: number, input: InputId, truth: Setting["truth"], at: Setting["at"]) => {
    const errors = forEachRule(() => new Float64Array(grid.length));
    heldOnGrid(input, at).forEach((u, i) => {
      const dt = grid[i]!;
      const right = truthAt({ a, w, input, truth }, dt, u);
      for (const rule of ruleNames) errors[rule][i] = gap(walk(ruleOf(rule, a, w, dt), u), right);
    });
    return errors;
  },
);

/**
 * The exact answer at FINE + 1 moments: to the smooth input in closed form; to the stairs, h(kΔ + τ) = e^{λτ} h_k +
 * u_k (e^{λτ} − 1)/λ.
 */
function exactly(v: Setting, u: Float64Array): Float64Array {
  const { a, w, dt } = v;
  const moment = (i: number) => (i / FINE) * T;
  if (v.truth === "smooth")
    return Float64Array.from({ length: FINE + 1 }, (_, i) => answerAt(v.input, [a, w], moment(i)));
  const im = new Float64Array(u.length + 1);
  const re = walk(ruleOf("zoh", a, w, dt), u, im);
  const size = a * a + w * w;
  return Float64Array.from({ length: FINE + 1 }, (_, i) => {
    const k = Math.min(u.length - 1, Math.floor(moment(i) / dt + 1e-9));
    const rest = Math.max(0, moment(i) - k * dt);
    if (rest > dt * (1 + 1e-9)) return NaN; // after the last whole step
    const [c, s] = [
      Math.cos(w * rest) * Math.exp(a * rest),
      Math.sin(w * rest) * Math.exp(a * rest),
    ];
    const grown = size < 1e-18 ? rest : ((c - 1) * a + s * w) / size;
    return c * re[k]! - s * im[k]! + grown * u[k]!;
  });
}

/** Largest difference; ∞ where a rule overflowed. */
export function gap(h: Float64Array, truth: Float64Array): number {
  let most = 0;
  for (let k = 0; k < h.length; k++) {
    const off = Math.abs(h[k]! - truth[k]!);
    most = Number.isFinite(off) ? Math.max(most, off) : Infinity;
  }
  return most;
}

/** The slope of log error against log Δ between the smallest Δ and ten times that; NaN where there is only rounding. */
export function slope(errors: Float64Array): number {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < grid.length && grid[i]! <= 10 * LEAST * 1.001; i++) {
    if (!(errors[i]! > 1e-11 && errors[i]! < 1e3)) return NaN;
    const [x, y] = [Math.log(grid[i]!), Math.log(errors[i]!)];
    [n, sx, sy, sxx, sxy] = [n + 1, sx + x, sy + y, sxx + x * x, sxy + x * y];
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

/** |Ā|: above 1 the rule explodes. */
export const radius = ({ A }: Pick<Steps, "A">) => Math.hypot(A[0], A[1]);
