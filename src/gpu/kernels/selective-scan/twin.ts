import type { ScanInput } from "./scan.ts";

/** The same scan as it is written, token by token in double precision: what the kernel is held against. */
export function selectiveScanTwin(input: ScanInput): Float64Array {
  const { batch = 1, L, channels, states: N, u, delta, A, B, C, D, z, deltaBias } = input;
  const y = new Float64Array(batch * L * channels);
  for (let s = 0; s < batch; s++)
    for (let d = 0; d < channels; d++) {
      const h = new Float64Array(N);
      for (let t = 0; t < L; t++) {
        const token = s * L + t;
        const i = token * channels + d;
        const raw = delta[i]! + (deltaBias?.[d] ?? 0);
        const step = input.softplus ? Math.max(raw, 0) + Math.log1p(Math.exp(-Math.abs(raw))) : raw;
        let out = (D?.[d] ?? 0) * u[i]!;
        for (let n = 0; n < N; n++) {
          h[n] = Math.exp(step * A[d * N + n]!) * h[n]! + step * B[token * N + n]! * u[i]!;
          out += C[token * N + n]! * h[n]!;
        }
        y[i] = z ? (out * z[i]!) / (1 + Math.exp(-z[i]!)) : out;
      }
    }
  return y;
}
