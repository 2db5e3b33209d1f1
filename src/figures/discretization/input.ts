/** A stretch of a smooth input: Re(c·e^{iω s}) for p ≤ s < q. */
interface Piece {
  readonly re: number;
  readonly im: number;
  readonly omega: number;
  readonly p: number;
  readonly q: number;
}

export type InputId = "bump" | "pulse" | "sine" | "tones";

/** Seconds shown. */
export const T = 8;

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
  for (const { re, im, omega, p, q } of inputs[id]) {
    const m = Math.min(t, q);
    if (m <= p) continue;
    for (const sign of [1, -1])
      sum += stretch(re / 2, (sign * im) / 2, sign * omega, a, w, t, p, m);
  }
  return sum;
}

/** Re of c (e^{λ(t−m)+μm} − e^{λ(t−p)+μp}) / (μ − λ), and of c (m − p) e^{λt} in the limit μ = λ. */
function stretch(
  cr: number,
  ci: number,
  omega: number,
  a: number,
  w: number,
  t: number,
  p: number,
  m: number,
): number {
  const [dr, di] = [-a, omega - w];
  const size = dr * dr + di * di;
  const end = (s: number): [number, number] => {
    const r = Math.exp(a * (t - s));
    const phase = w * (t - s) + omega * s;
    return [r * Math.cos(phase), r * Math.sin(phase)];
  };
  const [er, ei] = end(m);
  if (size < 1e-18) return (m - p) * (cr * er - ci * ei);
  const [br, bi] = end(p);
  const [xr, xi] = [er - br, ei - bi];
  const [qr, qi] = [(xr * dr + xi * di) / size, (xi * dr - xr * di) / size];
  return cr * qr - ci * qi;
}
