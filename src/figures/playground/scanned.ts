import { chunkedScan } from "../../numerics/scan.ts";
import type { Discrete } from "../../numerics/discretize.ts";
import type { System } from "./families.ts";

/** The map h ↦ M h + v. */
interface Affine {
  readonly M: Float64Array;
  readonly v: Float64Array;
}

/** Numbers of a chunk: the root of a middling length. */
const CHUNK = 16;

// #region scan
/** The same output by a parallel scan: the maps h ↦ Ā h + B̄ u_t composed in chunks, each applied to the state 0. */
export function scanned(
  { C, D }: Pick<System, "C" | "D">,
  { A, B }: Discrete,
  u: Float64Array,
  immediate: boolean,
): Float64Array {
  const n = C.cols;
  const maps = Array.from(u, (x): Affine => ({ M: A.data, v: B.data.map((b) => b * x) }));
  const { values } = chunkedScan(maps, { combine: (a, b) => after(a, b, n) }, { chunk: CHUNK });
  const read = (h: Float64Array | undefined) =>
    h ? C.data.reduce((sum, c, i) => sum + c * h[i]!, 0) : 0;
  return u.map((x, t) => read(values[immediate ? t : t - 1]?.v) + D.data[0]! * x);
}

/** First one map, then the other. */
function after(first: Affine, then: Affine, n: number): Affine {
  const M = new Float64Array(n * n);
  const [X, x, Y, v] = [first.M, first.v, then.M, then.v.slice()];
  for (let i = 0, at = 0; i < n; i++, at += n)
    for (let k = 0; k < n; k++) {
      const a = Y[at + k]!;
      if (a === 0) continue;
      v[i] = v[i]! + a * x[k]!;
      for (let j = 0, from = k * n; j < n; j++) M[at + j] = M[at + j]! + a * X[from + j]!;
    }
  return { M, v };
}
// #endregion
