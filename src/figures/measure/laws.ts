import { gaussLegendre } from "../../numerics/quadrature.ts";
import { functionsAt, weightAt, weighing } from "../../models/measures.ts";
import type { Run } from "./compute.ts";
import { energies, slopeOf } from "./slope.ts";

const largest = (v: ArrayLike<number>) =>
  Array.from(v).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** ∫ k_n g_k ds is 1 where n = k, else 0; the sine of frequency 0 is nothing at all. */
export function orthonormal({ p }: Run): boolean {
  const { N } = p;
  const sums = new Float64Array(N * N);
  p.rule.nodes.forEach((s, i) => {
    const [k, { g }] = [weighing(p, s), functionsAt(p, s)];
    for (let j = 0; j < N * N; j++)
      sums[j]! += p.rule.weights[i]! * k[Math.floor(j / N)]! * g[j % N]!;
  });
  return sums.every((x, j) => {
    const [n, k] = [Math.floor(j / N), j % N];
    const empty = weighing(p, 0.3)[n] === 0;
    return Math.abs(x - (n === k && !empty ? 1 : 0)) <= 1e-10;
  });
}

/** The slope of the projection is A c + B u, but for what leaves the window; a weight of one's own bends more than that. */
export function linear(r: Run): boolean {
  if (r.p.shape === "drawn") return true;
  const end = weighing(r.p, 1);
  const size = largest(r.u) * (1 + largest(r.A.data)) * r.p.N;
  return [r.u.length - 1, r.u.length >> 1].every((t) =>
    Array.from(end).every((k, n) => {
      const { law, truth, leaves, said } = slopeOf(r, n, t);
      const off = r.p.end === 1 && r.p.shape !== "legs" ? k * (said - leaves) : 0;
      return Math.abs(law + off - truth) <= 1e-9 * Math.max(1e-9, size);
    }),
  );
}

/** A by parts is the same A. */
export function byParts({ A, B, G, now, p: { N } }: Run): boolean {
  const size = 1 + largest(A.data);
  return A.data.every(
    (x, i) => Math.abs(x + B[Math.floor(i / N)]! * now[i % N]! + G.data[i]!) <= 1e-11 * N * size,
  );
}

/** Where nothing leaves, the law on its own holds the projection. */
export function holds(r: Run): boolean {
  if (r.p.shape !== "legs" && r.p.shape !== "lagt") return true;
  const size = Math.max(1e-9, largest(r.u));
  return r.c.every((x, i) => Math.abs(x - r.z[i]!) <= 1e-8 * size);
}

/** Bessel: no more is held than there is. */
export const bounded = (r: Run): boolean =>
  [r.u.length - 1, r.u.length >> 1].every((t) => {
    const { size, held } = energies(r, t);
    return held <= size * (1 + 1e-9) + 1e-300;
  });

/** A weight that never grows with age loses energy, whatever else it does: xᵀ(A + Aᵀ)x ≤ 0. */
export function fades({ p, A }: Run): boolean {
  const { N } = p;
  const ages = gaussLegendre(1, [0, 0.25, 0.5, 0.75, 1]).nodes;
  if (ages.some((s) => weightAt(p, s)[1] > 0)) return true;
  return Array.from({ length: 8 }, (_, seed) =>
    Float64Array.from({ length: N }, (__, n) => Math.cos(1 + 2.3 * n * (seed + 1) + seed)),
  ).every((x) => {
    let energy = 0;
    for (let n = 0; n < N; n++)
      for (let k = 0; k < N; k++) energy += x[n]! * A.data[n * N + k]! * x[k]!;
    return energy <= 1e-9 * N * N;
  });
}
