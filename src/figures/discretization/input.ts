import type { Setting } from "./params.ts";
/** A stretch of a smooth input: Re(c·e^{iω s}) for p ≤ s < q. */
interface Piece {
  readonly re: number;
  readonly im: number;
  readonly omega: number;
  readonly p: number;
  readonly q: number;
}

export type InputId = Setting["input"];

/** Seconds shown. */
export const T = 8;
/** Moments of the timeline in a second. */
export const TICKS = 10;

const piece = (re: number, im: number, omega: number, p = 0, q = T): Piece => ({
  re,
  im,
  omega,
  p,
  q,
});
const turn = 2 * Math.PI;

/** Inputs made of exponentials, because the system's answer to those is known in closed form. */
const inputs: Readonly<Record<InputId, readonly Piece[]>> = {
  /** (1 − cos) / 2 once, from 1 to 5. */
  bump: [piece(0.5, 0, 0, 1, 5), piece(0, 0.5, turn / 4, 1, 5)],
  pulse: [piece(1, 0, 0, 1, 4)],
  /** sin, a turn in 4 seconds. */
  sine: [piece(0, -1, turn / 4)],
  tones: [piece(0, -0.6, turn / 5), piece(0, -0.4, turn / 1.6)],
};

/** u(t). */
export function inputAt(id: InputId, t: number): number {
  let u = 0;
  for (const { re, im, omega, p, q } of inputs[id])
    if (t >= p && t < q) u += re * Math.cos(omega * t) - im * Math.sin(omega * t);
  return u;
}

/**
 * Re h(t) for h′ = λ h + u, h(0) = 0, exactly: Σ c ∫ e^{λ(t−s)} e^{μ s} ds over each stretch, with the input's conjugate
 * halves μ = ±iω.
 */
export function answerAt(id: InputId, [a, w]: readonly [number, number], t: number): number {
  let sum = 0;
  for (const piece of inputs[id]) {
    const m = Math.min(t, piece.q);
    if (m > piece.p) sum += stretch(piece, a, w, t, m);
  }
  return sum;
}

/**
 * Re of Σ± c± (e^{λ(t−m)+μm} − e^{λ(t−p)+μp}) / (μ − λ), and of c (m − p) e^{λt} in the limit μ = λ. One number at a time:
 * the error plot asks for thousands of them at every move of a slider.
 */
function stretch({ re, im, omega, p }: Piece, a: number, w: number, t: number, m: number): number {
  // e^{λ(t−m)} and e^{λ(t−p)}, e^{iωm} and e^{iωp}
  const [lateSize, earlySize] = [Math.exp(a * (t - m)), Math.exp(a * (t - p))];
  const [lateRe, lateIm] = [lateSize * Math.cos(w * (t - m)), lateSize * Math.sin(w * (t - m))];
  const [earlyRe, earlyIm] = [earlySize * Math.cos(w * (t - p)), earlySize * Math.sin(w * (t - p))];
  const [mRe, mIm] = [Math.cos(omega * m), Math.sin(omega * m)];
  const [pRe, pIm] = [Math.cos(omega * p), Math.sin(omega * p)];
  let sum = 0;
  for (let sign = 1; sign >= -1; sign -= 2) {
    const [cr, ci] = [re / 2, (sign * im) / 2];
    const [endRe, endIm] = [lateRe * mRe - sign * lateIm * mIm, lateIm * mRe + sign * lateRe * mIm];
    const [dr, di] = [-a, sign * omega - w];
    const size = dr * dr + di * di;
    if (size < 1e-18) {
      sum += (m - p) * (cr * endRe - ci * endIm);
      continue;
    }
    const x = endRe - (earlyRe * pRe - sign * earlyIm * pIm);
    const y = endIm - (earlyIm * pRe + sign * earlyRe * pIm);
    sum += (cr * (x * dr + y * di) - ci * (y * dr - x * di)) / size;
  }
  return sum;
}
