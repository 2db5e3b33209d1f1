import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { s4Stages } from "../models/s4Stages.ts";
import { discretize } from "../numerics/discretize.ts";
import { legs } from "../numerics/hippo.ts";
import { multiply } from "../numerics/linalg.ts";
import { fromRows, toRows } from "../numerics/matrix.ts";
import { solve } from "../numerics/solve.ts";

export default defineEquation({
  id: "generating-function",
  name: "The transform of the kernel at z is C tilde times the inverse of the identity minus z times A bar, times B bar",
  tex: String.raw`\sy{Khat} = \sy{Ctail}\by\bigl(\eye{Abar} - \sy{zroot}\by\sy{Abar}\bigr)^{-1}\sy{Bbar}`,
  code: "src/models/s4Stages.ts#stages",
  given: { N: [1, 8], L: [2, 12], Delta: [0.05, 1], j: [0, 11] },
  /** K̂ from the Cauchy sums, Ā and B̄ from the bilinear rule. */
  derive: ({ N, L, Delta, j }) => {
    const size = Math.round(N!);
    const length = Math.round(L!);
    const C = Float64Array.from({ length: size }, (_, n) => Math.cos(n + 1));
    const { A, B } = legs(size);
    const bar = discretize(A, { rows: size, cols: 1, data: B }, Delta!, "bilinear");
    const { roots, truncated } = s4Stages(C, length, Delta!);
    const { z, K } = roots[Math.round(j!) % length]!;
    return {
      L: length,
      j: Math.round(j!) % length,
      Ctail: [Array.from(truncated)],
      Abar: toRows(bar.A),
      Bbar: toRows(bar.B),
      zroot: [[z.re, z.im]],
      Khat: [[K.re, K.im]],
    };
  },
  /** The complex system as a real one twice as large. */
  residual: (at) => {
    const [A, B, C] = [matrixOf(at, "Abar"), matrixOf(at, "Bbar"), matrixOf(at, "Ctail")];
    const [re, im] = matrixOf(at, "zroot").data;
    const N = A.rows;
    const rows = Array.from({ length: 2 * N }, (_, n) =>
      Array.from({ length: 2 * N }, (__, k) => {
        const a = A.data[(n % N) * N + (k % N)]!;
        const same = n < N === k < N;
        return same ? Number(n === k) - re! * a : (n < N ? 1 : -1) * im! * a;
      }),
    );
    const right = {
      rows: 2 * N,
      cols: 1,
      data: Float64Array.of(...B.data, ...new Float64Array(N)),
    };
    const { data } = solve(fromRows(rows), right);
    const half = (from: number) =>
      multiply(C, { rows: N, cols: 1, data: data.slice(from, from + N) }).data[0]!;
    return gap(matrixOf(at, "Khat"), fromRows([[half(0), half(N)]]));
  },
});
