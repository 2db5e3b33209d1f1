import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { s6Sample } from "./s6Sample.ts";
import {
  blellochPairs,
  chunkedPairs,
  hillisSteelePairs,
  pairStates,
} from "../../src/numerics/scanPairs.ts";
import { s6Step, selectiveScan } from "../../src/models/s6.ts";
import { selectivePairs } from "../../src/models/s6Pairs.ts";
import type { S6Input, S6Options } from "../../src/models/s6.ts";
import { selectiveScanChunked } from "../../src/models/s6Chunked.ts";
import { softplus } from "../../src/models/s6Gate.ts";

interface Case {
  L: number;
  d_inner: number;
  d_state: number;
  u: number[][];
  delta: number[][];
  A: number[][];
  B: number[][];
  C: number[][];
  D: number[];
  z: number[][] | null;
  y: number[][];
  last_state: number[][];
}
const golden = JSON.parse(
  readFileSync(new URL("../golden/selective_scan.json", import.meta.url), "utf8"),
) as { cases: Case[] };
const flat = (x: number[] | number[][]) => Float64Array.from(x.flat());
const shape = fc.tuple(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 1, max: 9 }),
);
const seed = fc.integer({ min: 0, max: 1e6 });
const rule = fc.constantFrom("simplified" as const, "zoh" as const);

/** The definition, written again and slowly. */
function plain(s: S6Input, { rule = "simplified", h0 }: S6Options = {}) {
  const h = h0 ? [...h0] : Array.from({ length: s.channels * s.states }, () => 0);
  const y: number[] = [];
  for (let t = 0; t < s.L; t++)
    for (let e = 0; e < s.channels; e++) {
      const [d, u] = [s.delta[t * s.channels + e]!, s.u[t * s.channels + e]!];
      let out = s.D[e]! * u;
      for (let n = 0; n < s.states; n++) {
        const a = s.A[e * s.states + n]!;
        const phi = rule === "zoh" && a !== 0 ? Math.expm1(d * a) / a : d;
        const k = e * s.states + n;
        h[k] = Math.exp(d * a) * h[k]! + phi * s.B[t * s.states + n]! * u;
        out += s.C[t * s.states + n]! * h[k]!;
      }
      const z = s.z?.[t * s.channels + e];
      y.push(z === undefined ? out : out * (z / (1 + Math.exp(-z))));
    }
  return { y, last: h };
}

describe("selectiveScan", () => {
  it.each(golden.cases.map((c, i) => [i, c] as const))("gives golden case %i", (_, c) => {
    const { y, last } = selectiveScan({
      L: c.L,
      channels: c.d_inner,
      states: c.d_state,
      u: flat(c.u),
      delta: flat(c.delta),
      A: flat(c.A),
      B: flat(c.B),
      C: flat(c.C),
      D: flat(c.D),
      z: c.z && flat(c.z),
    });
    expect(y.length).toBe(c.L * c.d_inner);
    expectClose(y, flat(c.y), 1e-12);
    expectClose(last, flat(c.last_state), 1e-12);
  });
  it("is its definition under both rules, with and without gate and initial state", () => {
    fc.assert(
      fc.property(
        shape,
        seed,
        rule,
        fc.boolean(),
        fc.boolean(),
        (dims, k, rule, gated, started) => {
          const s = s6Sample(k, dims, gated);
          const h0 = started ? s6Sample(k + 1, [1, dims[1], dims[2]]).A : undefined;
          const want = plain(s, { rule, h0 });
          const { y, last } = selectiveScan(s, { rule, h0 });
          expect(y).toHaveLength(want.y.length);
          expectClose(y, want.y, 1e-12);
          expectClose(last, want.last, 1e-12);
        },
      ),
    );
  });
  it("by chunks, and state by state through any pair scan, is the same", () => {
    fc.assert(
      fc.property(shape, seed, rule, fc.integer({ min: 1, max: 50 }), (dims, k, rule, chunk) => {
        const s = s6Sample(k, dims, true);
        const h0 = s6Sample(k + 1, [1, dims[1], dims[2]]).A;
        const truth = selectiveScan(s, { rule, h0 });
        const { y, last } = selectiveScanChunked(s, { rule, h0, chunk });
        expectClose(y, truth.y, 1e-12);
        expectClose(last, truth.last, 1e-12);
        const free = selectiveScan(s, { rule }).last;
        const [e, n] = [dims[1] - 1, dims[2] - 1];
        const { a, b } = selectivePairs(s, e, n, { rule });
        const want = free[e * dims[2] + n]!;
        for (const scanned of [
          { b: pairStates(a, b) },
          hillisSteelePairs(a, b),
          blellochPairs(a, b, { inclusive: true }),
          chunkedPairs(a, b, { chunk }),
        ])
          expect(Math.abs(scanned.b.at(-1)! - want)).toBeLessThan(1e-12 * (1 + Math.abs(want)));
      }),
    );
  });
  it("token by token is the full sequence", () => {
    fc.assert(
      fc.property(shape, seed, rule, fc.boolean(), ([L, E, N], k, rule, gated) => {
        const s = s6Sample(k, [L, E, N], gated);
        const { y, last } = selectiveScan(s, { rule });
        const h = new Float64Array(E * N);
        for (let t = 0; t < L; t++) {
          const row = (x: Float64Array, n: number) => x.slice(t * n, (t + 1) * n);
          const token = {
            u: row(s.u, E),
            delta: row(s.delta, E),
            B: row(s.B, N),
            C: row(s.C, N),
            z: s.z && row(s.z, E),
          };
          expect(s6Step(s, h, token, { rule })).toEqual(row(y, E));
        }
        expect(h).toEqual(last);
      }),
    );
  });
  it("is causal, and in two halves it is the whole", () => {
    const s = s6Sample(5, [20, 3, 4], true);
    const { y, last } = selectiveScan(s);
    for (const name of ["u", "delta", "B", "C", "z"] as const) {
      const x = s[name]!.slice();
      const width = x.length / 20;
      x[12 * width]! += 0.5;
      const changed = selectiveScan({ ...s, [name]: x }).y;
      expect(changed.subarray(0, 36)).toEqual(y.subarray(0, 36));
      expect(changed.subarray(36)).not.toEqual(y.subarray(36));
    }
    const part = (from: number, to: number): S6Input => ({
      ...s,
      L: to - from,
      u: s.u.slice(from * 3, to * 3),
      delta: s.delta.slice(from * 3, to * 3),
      B: s.B.slice(from * 4, to * 4),
      C: s.C.slice(from * 4, to * 4),
      z: s.z!.slice(from * 3, to * 3),
    });
    const first = selectiveScan(part(0, 9));
    const second = selectiveScan(part(9, 20), { h0: first.last });
    expect([...first.y, ...second.y]).toEqual([...y]);
    expect(second.last).toEqual(last);
  });
  it("keeps the state where Δ = 0 and forgets it where Δ is huge", () => {
    for (const rule of ["simplified", "zoh"] as const) {
      const s = s6Sample(6, [1, 3, 5]);
      const h0 = s6Sample(7, [1, 3, 5]).A;
      expect(selectiveScan({ ...s, delta: new Float64Array(3) }, { h0, rule }).last).toEqual(h0);
      const huge = { ...s, delta: new Float64Array(3).fill(1e5) };
      expect(selectiveScan(huge, { h0, rule }).last).toEqual(selectiveScan(huge, { rule }).last);
    }
    const s = s6Sample(6, [1, 3, 5]);
    const { last } = selectiveScan({ ...s, delta: new Float64Array(3).fill(1e5) }, { rule: "zoh" });
    expectClose(
      last,
      s.A.map((a, i) => (-s.B[i % 5]! / a) * s.u[Math.floor(i / 5)]!),
      1e-12,
    );
  });
  it("is linear in u where Δ, B, C are fixed", () => {
    const s = s6Sample(8, [30, 4, 6], true);
    const v = s6Sample(9, [30, 4, 6]).u;
    const y1 = selectiveScan(s).y;
    const y2 = selectiveScan({ ...s, u: v }).y;
    const both = selectiveScan({ ...s, u: s.u.map((u, i) => 2 * u - 3 * v[i]!) }).y;
    expectClose(
      both,
      y1.map((y, i) => 2 * y - 3 * y2[i]!),
      1e-12,
    );
    expect(both.some((y) => y !== 0)).toBe(true);
  });
  it("takes raw steps: softplus and bias inside equal those outside", () => {
    const s = s6Sample(10, [12, 3, 4]);
    const deltaBias = new Float64Array([-3, 0.5, 40]);
    const delta = s.delta.map((x, i) => softplus(x + deltaBias[i % 3]!));
    expect(selectiveScan(s, { softplus: true, deltaBias })).toEqual(selectiveScan({ ...s, delta }));
  });
});
