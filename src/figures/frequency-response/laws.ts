import { continuousResponse, frequencyResponse, kernelTransform } from "../../models/frequency.ts";
import { matvec } from "../../numerics/linalg.ts";
import { LAGS, type Run, steppedAt } from "./compute.ts";
import type { Setting } from "./params.ts";

/** A few frequencies below π/Δ. */
const some = ({ dt }: Setting) =>
  Float64Array.from([0.01, 0.1, 0.3, 0.7, 0.95], (x) => (x * Math.PI) / dt);

const close = (a: number, b: number, size: number) =>
  Math.abs(a - b) <= 1e-8 * Math.max(size, 1e-9);

/**
 * The response is the Fourier transform of the kernel: of its first lags it is H less what the rest brings, and the rest is the
 * kernel of the same model begun with Ā^L B̄.
 */
export function isTransform({ steps, K }: Run, v: Setting): boolean {
  const omega = some(v).map((w) => w * v.dt);
  let b = steps.B.data;
  for (let l = 0; l < LAGS; l++) b = matvec(steps.A, b);
  const rest = { ...steps, B: { ...steps.B, data: b } };
  const [H, tail] = [steps, rest].map((m) => frequencyResponse(m, omega, "immediate"));
  const found = kernelTransform(K, omega);
  return omega.every((w, k) => {
    const [c, s] = [Math.cos(w * LAGS), -Math.sin(w * LAGS)];
    const [x, y] = [tail!.re[k]!, tail!.im[k]!];
    const size = Math.hypot(H!.re[k]!, H!.im[k]!) + Math.hypot(x, y);
    const re = H!.re[k]! - (x * c - y * s);
    const im = H!.im[k]! - (x * s + y * c);
    return close(re, found.re[k]!, size) && close(im, found.im[k]!, size);
  });
}

/** Bilinear bends the axis and changes nothing else: H(e^{iωΔ}) = H(i (2/Δ) tan(ωΔ/2)) · 2/(1 + e^{−iωΔ}) of the continuous system. */
export function bendsTheAxis({ model, steps }: Run, v: Setting): boolean {
  if (v.rule !== "bilinear") return true;
  const omega = some(v);
  const found = steppedAt(steps, omega, v);
  const bent = continuousResponse(
    model,
    omega.map((w) => (2 / v.dt) * Math.tan((w * v.dt) / 2)),
  );
  return omega.every((w, k) => {
    // 2/(1 + e^{−iθ}) = 1 + i tan(θ/2)
    const t = Math.tan((w * v.dt) / 2);
    const [x, y] = [bent.re[k]!, bent.im[k]!];
    const size = Math.hypot(x, y) * Math.hypot(1, t);
    return close(x - y * t, found.re[k]!, size) && close(y + x * t, found.im[k]!, size);
  });
}

/** To steps, frequencies that differ by 2π/Δ are one. */
export function repeats({ steps }: Run, v: Setting): boolean {
  const omega = some(v);
  const [one, other] = [0, (2 * Math.PI) / v.dt].map((by) =>
    steppedAt(
      steps,
      omega.map((w) => w + by),
      v,
    ),
  );
  return omega.every((_, k) => {
    const size = Math.hypot(one!.re[k]!, one!.im[k]!);
    return close(one!.re[k]!, other!.re[k]!, size) && close(one!.im[k]!, other!.im[k]!, size);
  });
}
