import { count, fail, finite, vector } from "./check.ts";
import { ceilLog2 } from "./scan.ts";

/** Prefixes of maps h ↦ a·h + b: result t is the map a[t]·h + b[t] of elements 0 … t, so b[t] is the state from h = 0. */
export interface Pairs {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Where the prefixes go; without it they get arrays of their own. May be the input itself. */
export interface PairOptions {
  readonly into?: Pairs;
}

/**
 * Inclusive prefixes of the pairs (a[t], b[t]), the fast way: four pairs are joined in registers before the carry
 * reaches them, so that one product and one sum wait for each other instead of four. Equals `sequentialPairs` up to
 * rounding. Throws on empty, unequal or non-finite input and where a prefix (or a product of four) overflows.
 */
export function scanPairs(a: Float64Array, b: Float64Array, options: PairOptions = {}): Pairs {
  const out = target(a, b, options);
  const { a: A, b: B } = out;
  const n = a.length;
  let p = 1;
  let q = 0;
  let t = 0;
  let alarm = 0; // NaN as soon as anything was not finite
  // #region blocked
  for (; t + 4 <= n; t += 4) {
    const a0 = a[t]!;
    const b0 = b[t]!;
    const a1 = a[t + 1]! * a0;
    const b1 = a[t + 1]! * b0 + b[t + 1]!;
    const a2 = a[t + 2]! * a1;
    const b2 = a[t + 2]! * b1 + b[t + 2]!;
    const a3 = a[t + 3]! * a2;
    const b3 = a[t + 3]! * b2 + b[t + 3]!;
    const p0 = (A[t] = a0 * p);
    const q0 = (B[t] = a0 * q + b0);
    const p1 = (A[t + 1] = a1 * p);
    const q1 = (B[t + 1] = a1 * q + b1);
    const p2 = (A[t + 2] = a2 * p);
    const q2 = (B[t + 2] = a2 * q + b2);
    A[t + 3] = p = a3 * p;
    B[t + 3] = q = a3 * q + b3;
    const sum = p0 + q0 + (p1 + q1) + (p2 + q2) + (p + q);
    alarm += sum - sum; // 0, or NaN
  }
  // #endregion
  for (; t < n; t++) {
    const at = a[t]!;
    A[t] = p = at * p;
    B[t] = q = at * q + b[t]!;
  }
  return checked(a, b, out, alarm + p + q);
}

/** Inclusive prefixes one after the other: the truth that every other scan is held against. Throws as `scanPairs`. */
export function sequentialPairs(
  a: Float64Array,
  b: Float64Array,
  options: PairOptions = {},
): Pairs {
  const out = target(a, b, options);
  // #region sequential
  let p = 1;
  let q = 0;
  for (let t = 0; t < a.length; t++) {
    const at = a[t]!;
    p = at * p;
    q = at * q + b[t]!;
    out.a[t] = p;
    out.b[t] = q;
  }
  // #endregion
  return checked(a, b, out, p + q); // what is not finite stays so to the end
}

/** Inclusive prefixes after Hillis & Steele; the combines of `hillisSteele`, in place. Throws as `scanPairs`. */
export function hillisSteelePairs(
  a: Float64Array,
  b: Float64Array,
  options: PairOptions = {},
): Pairs {
  const out = copied(a, b, options);
  for (let gap = 1; gap < a.length; gap *= 2)
    for (let t = a.length - 1; t >= gap; t--) join(out, t - gap, out, t);
  return checked(a, b, out);
}

/**
 * Prefixes after Blelloch; the tree of `blelloch`, padded with identities to a power of two. Exclusive: result t covers
 * 0 … t−1 and the first is (1, 0); `inclusive` joins each with its own pair. Throws as `scanPairs`.
 */
export function blellochPairs(
  a: Float64Array,
  b: Float64Array,
  { inclusive = false, ...options }: PairOptions & { readonly inclusive?: boolean } = {},
): Pairs {
  const out = target(a, b, options);
  vector("a", a);
  vector("b", b);
  const size = 2 ** ceilLog2(a.length);
  const tree = { a: new Float64Array(size).fill(1), b: new Float64Array(size) };
  tree.a.set(a);
  tree.b.set(b);
  for (let gap = 1; gap < size; gap *= 2)
    for (let t = 2 * gap - 1; t < size; t += 2 * gap) join(tree, t - gap, tree, t);
  tree.a[size - 1] = 1;
  tree.b[size - 1] = 0;
  for (let gap = size / 2; gap >= 1; gap /= 2)
    for (let t = 2 * gap - 1; t < size; t += 2 * gap) descend(tree, t - gap, t);
  for (let t = 0; t < a.length; t++) {
    const [at, bt] = inclusive ? [a[t]!, b[t]!] : [1, 0];
    out.a[t] = at * tree.a[t]!;
    out.b[t] = at * tree.b[t]! + bt;
  }
  return checked(a, b, out);
}

/** Inclusive prefixes by chunks: reduce, carry, scan from the carry, as `chunkedScan`. Throws as `scanPairs` and on chunk < 1. */
export function chunkedPairs(
  a: Float64Array,
  b: Float64Array,
  { chunk, ...options }: PairOptions & { readonly chunk: number },
): Pairs {
  const out = copied(a, b, options);
  const n = a.length;
  const size = Math.min(count("chunk", chunk), n);
  const chunks = Math.ceil(n / size);
  const carry = { a: new Float64Array(chunks).fill(1), b: new Float64Array(chunks) }; // what enters chunk j
  for (let j = 1; j < chunks; j++)
    for (let t = (j - 1) * size; t < j * size; t++) join(carry, j, out, t, carry, j);
  for (let j = 2; j < chunks; j++) join(carry, j - 1, carry, j);
  for (let j = 0; j < chunks; j++) {
    join(carry, j, out, j * size);
    for (let t = j * size + 1; t < Math.min((j + 1) * size, n); t++) join(out, t - 1, out, t);
  }
  return checked(a, b, out);
}

/** The states h[t] = a[t]·h[t−1] + b[t] from h[−1] = h0. Throws as `scanPairs` and on a non-finite h0. */
export function pairStates(a: Float64Array, b: Float64Array, h0 = 0): Float64Array {
  const { b: h } = target(a, b, {});
  let state = finite("h0", h0);
  for (let t = 0; t < a.length; t++) h[t] = state = a[t]! * state + b[t]!;
  checked(a, b, { a, b: h }, state);
  return h;
}

/** into[k] = later[j] ∘ earlier[i]; k is j, in place, unless told otherwise. */
function join(
  earlier: Pairs,
  i: number,
  later: Pairs,
  j: number,
  into: Pairs = later,
  k: number = j,
): void {
  const a2 = later.a[j]!;
  const b = a2 * earlier.b[i]! + later.b[j]!;
  into.a[k] = a2 * earlier.a[i]!;
  into.b[k] = b;
}

/** One step of the down-sweep: the left child gets its parent's prefix, the right one parent, then old left. */
function descend(tree: Pairs, left: number, right: number): void {
  const a = tree.a[right]!;
  const b = tree.b[right]!;
  join(tree, right, tree, left, tree, right);
  tree.a[left] = a;
  tree.b[left] = b;
}

function target(a: Float64Array, b: Float64Array, { into }: PairOptions): Pairs {
  if (!(a instanceof Float64Array && a.length > 0)) fail("a", "a non-empty Float64Array", a);
  for (const [name, x] of [
    ["b", b],
    ["into.a", into?.a ?? a],
    ["into.b", into?.b ?? a],
  ] as const) {
    if (!(x instanceof Float64Array)) fail(name, "a Float64Array", x);
    if (x.length !== a.length) fail(name, `of length ${a.length}, as a`, `length ${x.length}`);
  }
  return into ?? { a: new Float64Array(a.length), b: new Float64Array(a.length) };
}

function copied(a: Float64Array, b: Float64Array, options: PairOptions): Pairs {
  const out = target(a, b, options);
  out.a.set(vector("a", a));
  out.b.set(vector("b", b));
  return out;
}

/** Returns `out` when the witness is finite; without one, or when it is not, looks at every entry and throws on the first bad one. */
function checked(a: Float64Array, b: Float64Array, out: Pairs, witness = Number.NaN): Pairs {
  if (Number.isFinite(witness)) return out;
  vector("a", a);
  vector("b", b);
  for (let t = 0; t < a.length; t++)
    if (!Number.isFinite(out.a[t]!) || !Number.isFinite(out.b[t]!))
      fail(`prefix ${t} of (a, b)`, "finite (it overflowed)", `(${out.a[t]}, ${out.b[t]})`);
  return out;
}
