import { count, fail, finite, positive, vector } from "./check.ts";

/** Where a search ended: the point, the value there, and whether it stopped because nothing was left to gain. */
export interface Minimum {
  x: Float64Array;
  value: number;
  iterations: number;
  converged: boolean;
}

/** A search stops when a step gains less than `tolerance` of |f| + 1, or after `maxIterations`. */
export interface SearchOptions {
  tolerance?: number;
  maxIterations?: number;
  /** Told of the start and of each point that the search moves to. */
  watch?(x: Float64Array, value: number): void;
}

/**
 * The local minimum of a smooth f of a few variables near `start`: BFGS with central differences and
 * backtracking (Nocedal & Wright, Numerical Optimization, Algorithms 6.1 and 3.1). f may return Infinity where it is not
 * defined, but not at `start`. Throws on a NaN.
 */
export function minimise(
  f: (x: Float64Array) => number,
  start: Float64Array,
  { tolerance = 1e-12, maxIterations = 200, watch }: SearchOptions = {},
): Minimum {
  const n = vector("start", start).length;
  count("start.length", n);
  let x: Float64Array = start.slice();
  let value = finite("f(start)", f(x));
  watch?.(x, value);
  let gradient: Float64Array = centralGradient(f, x);
  let H = unit(n);
  let fresh = false;
  for (let i = 0; i < maxIterations; i++) {
    const step = lineSearch(f, x, value, gradient, descent(H, gradient));
    if (!step) return { x, value, iterations: i, converged: true };
    const next = centralGradient(f, step.x);
    updateInverse(H, difference(step.x, x), difference(next, gradient));
    const gain = value - step.value;
    ({ x, value } = step);
    watch?.(x, value);
    gradient = next;
    const small = gain <= tolerance * (1 + Math.abs(value));
    if (small && fresh) return { x, value, iterations: i + 1, converged: true };
    if (small) H = unit(n);
    fresh = small;
  }
  return { x, value, iterations: maxIterations, converged: false };
}

/**
 * The minimum of f between `low` and `high` by golden section, to √ε of the interval; the global one if f has
 * a single valley there. Throws unless low < high.
 */
export function minimiseScalar(
  f: (x: number) => number,
  low: number,
  high: number,
): { x: number; value: number } {
  positive("high − low", finite("high", high) - finite("low", low));
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  while (b - a > 1.5e-8 * (high - low)) {
    if (fc <= fd) {
      [b, d, fd] = [d, c, fc];
      c = b - golden * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + golden * (b - a);
      fd = f(d);
    }
  }
  return fc <= fd ? { x: c, value: fc } : { x: d, value: fd };
}

function centralGradient(f: (x: Float64Array) => number, x: Float64Array): Float64Array {
  return x.map((xi, i) => {
    const h = 6e-6 * Math.max(1e-2, Math.abs(xi));
    const at = (value: number) => {
      const point = x.slice();
      point[i] = value;
      return f(point);
    };
    const slope = (at(xi + h) - at(xi - h)) / (2 * h);
    return Number.isFinite(slope) ? slope : fail(`the slope of f along x[${i}]`, "finite", slope);
  });
}

/** Halves the step along `direction` until f falls by 1e-4 of what the slope promises; undefined if it never does. */
function lineSearch(
  f: (x: Float64Array) => number,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
): { x: Float64Array; value: number } | undefined {
  const slope = dot(gradient, direction);
  for (let t = 1; t > 1e-12; t /= 2) {
    const point = x.map((xi, i) => xi + t * direction[i]!);
    const there = f(point);
    if (Number.isNaN(there)) fail("f(x)", "a number", there);
    if (there < value + 1e-4 * t * slope) return { x: point, value: there };
  }
  return undefined;
}

/** −H g, or −g when that does not descend; cut to length 1, for f is smooth on the scale of its arguments. */
function descent(H: Float64Array[], gradient: Float64Array): Float64Array {
  let d = gradient.map((_, i) => -dot(H[i]!, gradient));
  if (!(dot(d, gradient) < 0)) d = gradient.map((g) => -g);
  const length = Math.sqrt(dot(d, d));
  return length > 1 ? d.map((x) => x / length) : d;
}

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ; left alone when the curvature sᵀy is not positive. */
function updateInverse(H: Float64Array[], s: Float64Array, y: Float64Array): void {
  const curvature = dot(s, y);
  if (!(curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  const Hy = H.map((row) => dot(row, y));
  const factor = (1 + dot(y, Float64Array.from(Hy)) / curvature) / curvature;
  for (const [i, row] of H.entries())
    for (let j = 0; j < row.length; j++)
      row[j]! += factor * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / curvature;
}

function unit(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => +(i === j)),
  );
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
