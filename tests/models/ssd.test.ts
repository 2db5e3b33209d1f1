import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { SingularValueDecomposition } from "ml-matrix";
import { expectClose } from "../near.ts";
import { generator } from "../../src/numerics/random.ts";
import { toRows } from "../../src/numerics/matrix.ts";
import { ssdMatrix, ssdRecurrence } from "../../src/models/ssd.ts";
import { ssdChunked, ssdStages } from "../../src/models/ssdChunked.ts";
import { ssdCost, type SsdWay } from "../../src/models/ssdCost.ts";
import type { Ssd } from "../../src/models/ssd.ts";
import { selectiveScan } from "../../src/models/s6.ts";

function sample(seed: number, L: number, states: number, width: number): Ssd {
  const { uniform, normal } = generator(seed);
  const fill = (n: number) => Float64Array.from({ length: n }, normal);
  const a = Float64Array.from({ length: L }, uniform);
  return { L, states, width, a, B: fill(L * states), C: fill(L * states), x: fill(L * width) };
}
const sizes = [
  fc.integer({ min: 0, max: 1e6 }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 1, max: 5 }),
] as const;

describe("SSD", () => {
  it("recurrence = matrix = chunks of any length", () => {
    fc.assert(
      fc.property(...sizes, fc.integer({ min: 1, max: 50 }), (seed, L, N, P, chunk) => {
        const s = sample(seed, L, N, P);
        const y = ssdRecurrence(s);
        const M = ssdMatrix(s);
        const product = new Float64Array(L * P);
        for (let i = 0; i < L; i++)
          for (let j = 0; j < L; j++)
            for (let p = 0; p < P; p++) product[i * P + p]! += M.data[i * L + j]! * s.x[j * P + p]!;
        expect(y).toHaveLength(L * P);
        expectClose(product, y, 1e-12);
        expectClose(ssdChunked(s, chunk), y, 1e-12);
      }),
    );
  });
  it("is S6 with one decay for all states", () => {
    const [L, N, P] = [20, 3, 4];
    const s = sample(1, L, N, P);
    const delta = Float64Array.from(
      { length: L * P },
      (_, i) => -Math.log(s.a[Math.floor(i / P)]!),
    );
    const { y } = selectiveScan({
      L,
      channels: P,
      states: N,
      delta,
      u: s.x.map((x, i) => x / delta[i]!),
      A: new Float64Array(P * N).fill(-1),
      B: s.B,
      C: s.C,
      D: new Float64Array(P),
    });
    expectClose(y, ssdRecurrence(s), 1e-12);
    expect(y).toHaveLength(L * P);
  });
  it("has lower off-diagonal blocks of rank at most N, and nothing above the diagonal", () => {
    const rows = toRows(ssdMatrix(sample(2, 24, 3, 1)));
    const block = rows.slice(12).map((row) => row.slice(0, 12));
    expect(new SingularValueDecomposition(block).rank).toBeLessThanOrEqual(3);
    rows.forEach((row, i) => expect(row.slice(i + 1).every((x) => x === 0)).toBe(true));
    expect(
      ssdMatrix({
        ...sample(3, 2, 1, 1),
        a: new Float64Array([9, 0.5]),
        B: new Float64Array([2, 1]),
        C: new Float64Array([1, 3]),
      }).data,
    ).toEqual(new Float64Array([2, 0, 3, 3]));
  });
  it("hands from chunk to chunk the state that the recurrence has there", () => {
    const [L, N, P, chunk] = [23, 3, 2, 5];
    const s = sample(7, L, N, P);
    const after: Float64Array[] = [];
    ssdRecurrence(s, (h) => void after.push(h.slice()));
    const { starts, entering, inside, carried, y } = ssdStages(s, chunk);
    expect(starts).toEqual([0, 5, 10, 15, 20]);
    starts.forEach((from, c) => {
      const wanted = after[from - 1] ?? new Float64Array(N * P);
      expectClose(entering.slice(c * N * P, (c + 1) * N * P), wanted, 1e-12);
    });
    expectClose(
      inside.map((x, k) => x + carried[k]!),
      y,
      0,
    );
    expectClose(carried.slice(0, chunk * P), new Float64Array(chunk * P), 0);
  });
  it("multiplies as often as is said", () => {
    for (const [L, N, P, Q] of [
      [1, 1, 1, 1],
      [12, 3, 2, 4],
      [13, 2, 5, 4],
      [9, 4, 1, 1],
      [7, 2, 3, 20],
    ] as const) {
      const s = sample(L, L, N, P);
      for (const way of ["recurrence", "matrix", "chunked"] as const) {
        const { y, times } = counted(way, s, Q);
        expectClose(y, ssdRecurrence(s), 1e-12);
        expect(ssdCost(way, { T: L, N, P, Q }).multiplications, `${way} ${L} ${Q}`).toBe(times);
      }
    }
  });
  it("has costs in closed form where these are known", () => {
    const size = { T: 65_536, N: 128, P: 64, Q: 256 };
    expect(ssdCost("recurrence", size)).toEqual({
      multiplications: 3 * 65_536 * 8192,
      inProducts: 0,
      waits: 65_535,
    });
    // One chunk for all is the matrix, but for its last state.
    const [one, whole] = [ssdCost("chunked", { ...size, Q: size.T }), ssdCost("matrix", size)];
    expect(one.multiplications - whole.multiplications).toBe(65_536 * (8192 + 129) - 1);
    expect(one.waits).toBe(0);
    expect(ssdCost("chunked", size).waits).toBe(255);
  });
  it("refuses bad arguments by name", () => {
    const s = sample(4, 5, 2, 3);
    for (const name of ["a", "B", "C", "x"] as const)
      for (const run of [ssdRecurrence, ssdMatrix, (t: Ssd) => ssdChunked(t, 2)])
        expect(() => run({ ...s, [name]: new Float64Array(1) })).toThrow(
          new RegExp(`^${name} must be`),
        );
    for (const name of ["L", "states", "width"] as const)
      expect(() => ssdRecurrence({ ...s, [name]: 0 })).toThrow(new RegExp(`^${name} must be`));
    expect(() => ssdChunked(s, 0)).toThrow(/^chunk must be/);
    expect(() => ssdRecurrence({ ...s, a: s.a.map(() => 1e200) })).toThrow(/must be finite/);
  });
});

/** The three ways once more, written on a multiplication that counts: what comes out, and how often it was called. */
function counted(way: SsdWay, s: Ssd, chunk: number): { y: Float64Array; times: number } {
  const { L, states: N, width: P, a, B, C, x } = s;
  let times = 0;
  const mul = (p: number, q: number) => (times++, p * q);
  const sumOf = (n: number, term: (k: number) => number) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += term(k);
    return sum;
  };
  const y = new Float64Array(L * P);
  const triangle = (from: number, to: number) => {
    for (let j = from; j < to; j++)
      for (let i = j, decay = 1; i < to; i++) {
        if (i > j) decay = mul(decay, a[i]!);
        const w = mul(
          decay,
          sumOf(N, (n) => mul(C[i * N + n]!, B[j * N + n]!)),
        );
        for (let p = 0; p < P; p++) y[i * P + p]! += mul(w, x[j * P + p]!);
      }
  };
  if (way === "matrix") triangle(0, L);
  const each = (f: (n: number, p: number, k: number) => void) => {
    for (let n = 0; n < N; n++) for (let p = 0; p < P; p++) f(n, p, n * P + p);
  };
  let h = new Float64Array(N * P);
  if (way === "recurrence")
    for (let t = 0; t < L; t++)
      each((n, p, k) => {
        h[k] = mul(a[t]!, h[k]!) + mul(B[t * N + n]!, x[t * P + p]!);
        y[t * P + p]! += mul(C[t * N + n]!, h[k]);
      });
  const end = way === "chunked" ? L : 0;
  for (let from = 0; from < end; from += chunk) {
    const to = Math.min(from + chunk, L);
    triangle(from, to);
    const own = new Float64Array(N * P);
    for (let j = to - 1, decay = 1; j >= from; j--) {
      if (j < to - 1) decay = mul(decay, a[j + 1]!);
      for (let n = 0; n < N; n++) {
        const left = mul(decay, B[j * N + n]!);
        for (let p = 0; p < P; p++) own[n * P + p]! += mul(left, x[j * P + p]!);
      }
    }
    if (from > 0)
      for (let i = from, decay = 1; i < to; i++) {
        decay = mul(decay, a[i]!);
        for (let n = 0; n < N; n++) {
          const reads = mul(decay, C[i * N + n]!);
          for (let p = 0; p < P; p++) y[i * P + p]! += mul(reads, h[n * P + p]!);
        }
      }
    if (to === L) break;
    let decay = a[from]!;
    for (let j = from + 1; j < to; j++) decay = mul(decay, a[j]!);
    h = h.map((before, k) => mul(decay, before) + own[k]!);
  }
  return { y, times };
}
