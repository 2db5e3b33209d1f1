import type { ScanInput } from "./scan.ts";

/** Four channels of the first sequence, and how to pick their numbers from a tensor of all channels (L × channels). */
export function fewChannels(whole: ScanInput) {
  const { L, channels, states: N } = whole;
  const some = [...new Set([0, Math.min(1, channels - 1), channels >> 1, channels - 1])];
  const pick = (x: Float32Array) =>
    Float32Array.from({ length: L * some.length }, (_, i) => {
      const t = Math.floor(i / some.length);
      return x[t * channels + some[i % some.length]!]!;
    });
  const rows = (x: Float32Array, width: number) =>
    Float32Array.from(some.flatMap((d) => [...x.subarray(d * width, (d + 1) * width)]));
  const few: ScanInput = {
    ...whole,
    batch: 1,
    channels: some.length,
    u: pick(whole.u),
    delta: pick(whole.delta),
    A: rows(whole.A, N),
    B: whole.B.subarray(0, L * N),
    C: whole.C.subarray(0, L * N),
    D: rows(whole.D!, 1),
    z: whole.z && pick(whole.z),
    deltaBias: whole.deltaBias && rows(whole.deltaBias, 1),
  };
  return { few, pick, rows };
}

/** The largest difference, of the largest magnitude of what is wanted. */
export function worst(want: Float64Array, got: Float32Array): number {
  let [most, off] = [0, 0];
  want.forEach((w, i) => {
    most = Math.max(most, Math.abs(w));
    off = Math.max(off, Math.abs(w - got[i]!));
  });
  return off / most;
}
