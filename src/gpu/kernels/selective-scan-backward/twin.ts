import type { ScanInput } from "../selective-scan/scan.ts";

/** The gradients of a loss by every input of the selective scan, in the shapes of the inputs; by A itself, not by its logarithm. */
export interface TwinGradients {
  readonly du: Float64Array;
  /** By delta as it was given: before the softplus. */
  readonly ddelta: Float64Array;
  readonly dA: Float64Array;
  readonly dB: Float64Array;
  readonly dC: Float64Array;
  readonly dD: Float64Array;
  readonly dz: Float64Array | undefined;
  readonly ddeltaBias: Float64Array | undefined;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * The backward pass as it is written, token by token in double precision, every state kept: g_t = ȳ_t C_t + a_{t+1} g_{t+1},
 * a_t = e^{Δ_t A}. What the kernels are held against. `dy` is ∂loss/∂y, batch × L × channels.
 */
export function selectiveScanBackwardTwin(input: ScanInput, dy: ArrayLike<number>): TwinGradients {
  const { batch = 1, L, channels, states: N, u, delta, A, B, C, D, z, deltaBias } = input;
  const like = (x: ArrayLike<number>) => new Float64Array(x.length);
  const out = {
    du: like(u),
    ddelta: like(u),
    dA: like(A),
    dB: like(B),
    dC: like(C),
    dD: new Float64Array(channels),
    dz: z && like(z),
    ddeltaBias: deltaBias && like(deltaBias),
  };
  const h = new Float64Array((L + 1) * N); // before every token, and after the last
  for (let s = 0; s < batch; s++)
    for (let d = 0; d < channels; d++) {
      const at = (t: number) => (s * L + t) * channels + d;
      const raw = (t: number) => delta[at(t)]! + (deltaBias?.[d] ?? 0);
      const step = (t: number) => {
        const x = raw(t);
        return input.softplus ? Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) : x;
      };
      for (let t = 0; t < L; t++)
        for (let n = 0; n < N; n++)
          h[(t + 1) * N + n] =
            Math.exp(step(t) * A[d * N + n]!) * h[t * N + n]! +
            step(t) * B[(s * L + t) * N + n]! * u[at(t)]!;
      const g = new Float64Array(N);
      for (let t = L - 1; t >= 0; t--) {
        const [i, j, dt, now] = [at(t), (s * L + t) * N, step(t), (t + 1) * N];
        let slope = dy[i]!;
        if (z) {
          let core = (D?.[d] ?? 0) * u[i]!;
          for (let n = 0; n < N; n++) core += C[j + n]! * h[now + n]!;
          const open = sigmoid(z[i]!);
          out.dz![i] = slope * core * open * (1 + z[i]! * (1 - open));
          slope *= z[i]! * open;
        }
        let [du, dd] = [(D?.[d] ?? 0) * slope, 0];
        for (let n = 0; n < N; n++) {
          const a = Math.exp(dt * A[d * N + n]!);
          const past = a * h[t * N + n]!;
          g[n]! += slope * C[j + n]!;
          out.dC[j + n]! += slope * h[now + n]!;
          out.dB[j + n]! += g[n]! * dt * u[i]!;
          out.dA[d * N + n]! += g[n]! * dt * past;
          du += g[n]! * dt * B[j + n]!;
          dd += g[n]! * (A[d * N + n]! * past + B[j + n]! * u[i]!);
          g[n]! *= a;
        }
        if (input.softplus) dd *= sigmoid(raw(t));
        if (out.ddeltaBias) out.ddeltaBias[d]! += dd;
        out.dD[d]! += slope * u[i]!;
        out.du[i] = du;
        out.ddelta[i] = dd;
      }
    }
  return out;
}
