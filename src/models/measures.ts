import { count, fail } from "../numerics/check.ts";
import { zeros, type Matrix } from "../numerics/matrix.ts";
import { type Recurrence, stieltjes } from "../numerics/orthonormal.ts";
import { gaussLegendre, type Quadrature } from "../numerics/quadrature.ts";

/**
 * A measure over the past and the functions that are orthonormal under it, by age: s = 0 is now, in parts of the window, of
 * the fading time, or (LegS) of all that has been. `drawn` is a window under a weight that somebody drew.
 */
export type Shape = "legs" | "legt" | "lagt" | "fout" | "lmu" | "drawn";

/** N functions g_n and their slopes at one age. */
export interface Functions {
  readonly g: Float64Array;
  readonly slope: Float64Array;
}

/**
 * c_n = ∫ u(age s) k_n(s) ds with k_n = scale_n ω g_n, and read back as u(age s) ≈ Σ c_n g_n(s); ∫ k_n g_m ds = 1 where
 * n = m, else 0. Data alone: `functionsAt` and `weightAt` read it.
 */
export interface Projection {
  readonly shape: Shape;
  readonly N: number;
  /** What k_n has more than g_n: 2n + 1 for the LMU, else 1. */
  readonly scale: Float64Array;
  /** The age at which the window ends; ∞ where it does not. */
  readonly end: number;
  /**
   * What leaves the window is not kept: u(end) is taken to be `reread` û(end) − (`reread` − 1) u(now). Waves that repeat
   * themselves say the mean of both ends, so that FouT reads twice.
   */
  readonly reread: 1 | 2;
  /** Exact, or nearly, for what is integrated here. */
  readonly rule: Quadrature;
  /** Of `drawn` alone: the weight at evenly spaced ages, its mean, and its polynomials. */
  readonly drawn?: {
    readonly weights: readonly number[];
    readonly mean: number;
    readonly recurrence: Recurrence;
  };
}

/** How fast a moment at age s drifts away from now: at 1, but for LegS, whose beginning (s = 1) stays the beginning. */
export const speed = ({ shape }: Pick<Projection, "shape">, s: number): number =>
  shape === "legs" ? 1 - s : 1;

/** The projection of a shape; `weights`, for `drawn` alone, are the weight at evenly spaced ages 0 … 1, straight between. */
export function projection(shape: Shape, N: number, weights?: readonly number[]): Projection {
  count("N", N);
  const scale = new Float64Array(N).fill(1);
  const plain = { shape, N, scale, end: 1, reread: 1, rule: gaussLegendre(N + 4, [0, 1]) } as const;
  switch (shape) {
    case "legs":
    case "legt":
      return plain;
    case "lmu":
      return { ...plain, scale: scale.map((_, n) => 2 * n + 1) };
    case "lagt":
      return { ...plain, end: Infinity, rule: fading() };
    case "fout":
      return { ...plain, reread: 2, rule: gaussLegendre(4 * N + 16, [0, 1]) };
    case "drawn":
      return { ...plain, ...drawnUnder(N, weights ?? fail("weights", "a list", weights)) };
    default:
      return fail("shape", "legs, legt, lagt, fout, lmu or drawn", shape);
  }
}

/** g_n and their slopes at age s. */
export function functionsAt(p: Projection, s: number): Functions {
  const { N } = p;
  switch (p.shape) {
    case "lmu":
      return legendre(N, 2 * s - 1, 2, () => 1);
    case "lagt":
      return laguerre(N, s);
    case "fout":
      return fourier(N, s);
    case "drawn":
      return polynomials(N, s, p.drawn!.recurrence);
    default:
      return legendre(N, 1 - 2 * s, -2, (n) => Math.sqrt(2 * n + 1));
  }
}

/** ω and its slope at age s. */
export function weightAt({ drawn }: Projection, s: number): readonly [number, number] {
  return drawn ? straight(drawn.weights, drawn.mean, s) : [1, 0];
}

/** k_n(s) into `into`. */
export function weighing(p: Projection, s: number): Float64Array {
  const [w] = weightAt(p, s);
  return functionsAt(p, s).g.map((g, n) => p.scale[n]! * w * g);
}

/** What differentiating c_n in time leaves, entry by entry. */
export interface ReadOff {
  readonly A: Matrix;
  readonly B: Float64Array;
  /** ∫ (v k_n)′ g_k ds: what the drift of the functions makes of the past. */
  readonly drift: Matrix;
  /** What leaves the window, as far as it is read back: v(end) k_n(end) g_k(end), once or twice. */
  readonly lost: Matrix;
  /** The same A by parts: A = −(B g(0)ᵀ + G), G = ∫ v k_n g_k′ ds. */
  readonly G: Matrix;
  readonly now: Float64Array;
}

// #region read-off
/**
 * A and B of clock · ċ = A c + B u, the clock being t for LegS and else the window: A = ∫ (v k_n)′ g_k ds less what leaves
 * the window, by quadrature from the functions alone. The frame of HiPPO (2008.07669, section 2.2 and appendix C).
 */
export function readOff(p: Projection): ReadOff {
  const { N, rule, scale, reread } = p;
  const [drift, lost, G, A] = [zeros(N, N), zeros(N, N), zeros(N, N), zeros(N, N)];
  rule.nodes.forEach((s, i) => {
    const { g, slope } = functionsAt(p, s);
    const [w, dw] = weightAt(p, s);
    const [v, dv] = [speed(p, s), p.shape === "legs" ? -1 : 0];
    const dx = rule.weights[i]!;
    for (let n = 0; n < N; n++)
      for (let k = 0; k < N; k++) {
        drift.data[n * N + k]! +=
          dx * scale[n]! * ((dv * w + v * dw) * g[n]! + v * w * slope[n]!) * g[k]!;
        G.data[n * N + k]! += dx * scale[n]! * v * w * g[n]! * slope[k]!;
      }
  });
  const now = functionsAt(p, 0).g;
  const B = weighing(p, 0);
  if (p.end === 1 && p.shape !== "legs") {
    const [k, g] = [weighing(p, 1), functionsAt(p, 1).g];
    for (let i = 0; i < N * N; i++) lost.data[i] = reread * k[Math.floor(i / N)]! * g[i % N]!;
    if (reread === 2) for (let n = 0; n < N; n++) B[n]! += k[n]!;
  }
  for (let i = 0; i < N * N; i++) A.data[i] = drift.data[i]! - lost.data[i]!;
  return { A, B, drift, lost, G, now };
}
// #endregion

function empty(N: number) {
  return { g: new Float64Array(N), slope: new Float64Array(N) };
}

/** length(n) P_n(y), y′ = `dy`. */
function legendre(N: number, y: number, dy: number, length: (n: number) => number): Functions {
  const { g, slope } = empty(N);
  let [before, p, dBefore, d] = [0, 1, 0, 0];
  for (let n = 0; n < N; n++) {
    g[n] = length(n) * p;
    slope[n] = length(n) * dy * d;
    const next = ((2 * n + 1) * y * p - n * before) / (n + 1);
    [dBefore, d] = [d, dBefore + (2 * n + 1) * p]; // P′_{n+1} = P′_{n−1} + (2n+1) P_n
    [before, p] = [p, next];
  }
  return { g, slope };
}

/** L_n(s) e^{−s/2}. */
function laguerre(N: number, s: number): Functions {
  const { g, slope } = empty(N);
  let [before, p, sum] = [0, Math.exp(-s / 2), 0];
  for (let n = 0; n < N; n++) {
    g[n] = p;
    slope[n] = -sum - p / 2; // L′_n = −(L_0 + … + L_{n−1})
    sum += p;
    [before, p] = [p, ((2 * n + 1 - s) * p - n * before) / (n + 1)];
  }
  return { g, slope };
}

/** 1, 0, √2 cos 2πs, √2 sin 2πs …; a last cosine without its sine is left out, as `fout` leaves it. */
function fourier(N: number, s: number): Functions {
  const { g, slope } = empty(N);
  g[0] = 1;
  for (let n = 2; n < N - (N % 2); n++) {
    const w = 2 * Math.PI * (n >> 1);
    const [cos, sin] = [Math.cos(w * s) * Math.SQRT2, Math.sin(w * s) * Math.SQRT2];
    g[n] = n % 2 === 0 ? cos : sin;
    slope[n] = n % 2 === 0 ? -w * sin : w * cos;
  }
  return { g, slope };
}

/** Far enough for what fades as e^{−s} times a power. */
const fading = () =>
  gaussLegendre(
    20,
    Float64Array.from({ length: 13 }, (_, k) => 10 * k),
  );

/** A weight with corners, divided by its mean. */
function straight(weights: readonly number[], mean: number, s: number): readonly [number, number] {
  const pieces = weights.length - 1;
  const i = Math.min(pieces - 1, Math.floor(s * pieces));
  const rise = weights[i + 1]! - weights[i]!;
  return [(weights[i]! + rise * (s * pieces - i)) / mean, (rise * pieces) / mean];
}

/** The rule for a weight with corners, and the weight's own polynomials. */
function drawnUnder(N: number, weights: readonly number[]) {
  const pieces = weights.length - 1;
  const rule = gaussLegendre(
    N + 4,
    Float64Array.from(weights, (_, i) => i / pieces),
  );
  const mean = weights.reduce((sum, w, i) => sum + w * (i % pieces ? 1 : 0.5), 0) / pieces;
  const masses = rule.weights.map((dx, i) => dx * straight(weights, mean, rule.nodes[i]!)[0]);
  const recurrence = stieltjes(N, { nodes: rule.nodes, weights: masses });
  return { rule, drawn: { weights, mean, recurrence } };
}

/** Each positive now, as Legendre's are: every other of the procedure's own is turned over. */
function polynomials(N: number, s: number, { a, root, first }: Recurrence): Functions {
  const { g, slope } = empty(N);
  let [before, p, dBefore, d] = [0, first, 0, 0];
  for (let n = 0; n < N; n++) {
    const sign = n % 2 ? -1 : 1;
    g[n] = sign * p;
    slope[n] = sign * d;
    const up = 1 / root[n + 1]!;
    [dBefore, d] = [d, up * (p + (s - a[n]!) * d - root[n]! * dBefore)];
    [before, p] = [p, up * ((s - a[n]!) * p - root[n]! * before)];
  }
  return { g, slope };
}
