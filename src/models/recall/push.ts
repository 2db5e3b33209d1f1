import { count, fail } from "../../numerics/check.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { memory, network, type MemoryId, type MemorySetting } from "./memory.ts";

// #region push
/**
 * ‖∂h_{s+l}/∂u_s‖ for l = 0 … lags: what a small push of the input still moves l steps later. Of a linear memory it is
 * ‖Ā^l B̄‖ at any s; of the plain RNN the exact product of Jacobians diag(1 − h²) W along the `trajectory` it has gone through
 * from step s on (its states, one row a step).
 */
export function pushLeft(
  id: MemoryId,
  setting: MemorySetting,
  lags: number,
  trajectory: Matrix,
  s: number,
): Float64Array {
  if (id === "rnn") return throughTanh(setting, lags, trajectory, s);
  const u = new Float64Array(count("lags", lags) + 1);
  u[0] = 1;
  const { data, cols } = memory(id, setting).run(u);
  return norms(data, cols, lags + 1);
}
// #endregion

function throughTanh(setting: MemorySetting, lags: number, h: Matrix, s: number): Float64Array {
  const { W, U } = network(setting);
  const N = U.length;
  if (!(s >= 0 && s + lags < h.rows)) fail("s", `at most ${h.rows - lags - 1}`, s);
  const slope = (t: number, n: number) => 1 - h.data[t * N + n]! ** 2;
  let J = U.map((x, n) => slope(s, n) * x);
  const out = new Float64Array(lags + 1);
  for (let l = 0; ; l++) {
    out[l] = Math.hypot(...J);
    if (l === lags) return out;
    const next = new Float64Array(N);
    for (let n = 0; n < N; n++) {
      let sum = 0;
      for (let k = 0; k < N; k++) sum += W.data[n * N + k]! * J[k]!;
      next[n] = slope(s + l + 1, n) * sum;
    }
    J = next;
  }
}

const norms = (data: Float64Array, N: number, rows: number) =>
  Float64Array.from({ length: rows }, (_, l) => Math.hypot(...data.subarray(l * N, (l + 1) * N)));
