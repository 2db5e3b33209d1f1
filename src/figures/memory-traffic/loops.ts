import type { ScanInput } from "../../gpu/kernels/selective-scan/scan.ts";

export type LoopInput = ScanInput & { readonly D: Float32Array };

/** What is written out: e^{ΔA}, ΔBu and the states, L × channels × N each. */
export interface Written {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly h: Float32Array;
}

export function room({ L, channels, states }: LoopInput): Written {
  const tensor = () => new Float32Array(L * channels * states);
  return { a: tensor(), b: tensor(), h: tensor() };
}

// #region apart
/** The scan as three programs, each with its results in memory: discretise, scan, contract with C. */
export function apartForward(input: LoopInput, { a, b, h }: Written, y: Float32Array): void {
  const { L, channels, states: N, u, delta, A, B, C, D } = input;
  const width = channels * N;
  for (let t = 0, i = 0, k = 0; t < L; t++)
    for (let d = 0; d < channels; d++, i++)
      for (let n = 0; n < N; n++, k++) {
        a[k] = Math.exp(delta[i]! * A[d * N + n]!);
        b[k] = delta[i]! * B[t * N + n]! * u[i]!;
      }
  h.set(b.subarray(0, width));
  for (let k = width; k < h.length; k++) h[k] = a[k]! * h[k - width]! + b[k]!;
  for (let t = 0, i = 0, k = 0; t < L; t++)
    for (let d = 0; d < channels; d++, i++) {
      let out = D[d]! * u[i]!;
      for (let n = 0; n < N; n++, k++) out += C[t * N + n]! * h[k]!;
      y[i] = out;
    }
}
// #endregion

// #region fused
/** The scan as one program: one state for each channel and n is all that is kept. */
export function fusedForward(input: LoopInput, y: Float32Array): void {
  const { L, channels, states: N, u, delta, A, B, C, D } = input;
  const h = new Float32Array(channels * N);
  for (let t = 0, i = 0; t < L; t++)
    for (let d = 0, k = 0; d < channels; d++, i++) {
      const step = delta[i]!;
      const x = step * u[i]!;
      let out = D[d]! * u[i]!;
      for (let n = 0; n < N; n++, k++) {
        const state = Math.exp(step * A[k]!) * h[k]! + x * B[t * N + n]!;
        h[k] = state;
        out += C[t * N + n]! * state;
      }
      y[i] = out;
    }
}
// #endregion
