import type { Rows } from "../../kit/params/matrix.ts";

/** Two eigenvalues as a place (mean) and a spread: λ = mean ± spread, or mean ± i·spread for a pair. */
export interface Spectrum {
  readonly mean: number;
  readonly spread: number;
  readonly pair: boolean;
}

const MOST = 4;

/**
 * A matrix with the wanted eigenvalues that stays as close in kind to A as may be. A = m I + M with M traceless, so
 * that M² = ∓spread² I: scaling M moves the eigenvalues and keeps the eigenvectors. Where there is nothing to scale
 * (both eigenvalues equal), or the kind changes (a pair becomes two real ones, or back), or an entry would leave
 * ±4, the plain form is taken: a rotation for a pair, a diagonal for two real ones.
 */
export function reshape(A: Rows, want: Spectrum): Rows {
  const [[a, b], [c, d]] = A as [[number, number], [number, number]];
  const p = (a - d) / 2;
  const square = p * p + b * c;
  const spread = Math.sqrt(Math.abs(square));
  const k = square < 0 === want.pair && spread > 1e-3 ? want.spread / spread : Infinity;
  const scaled = [
    [want.mean + k * p, k * b],
    [k * c, want.mean - k * p],
  ];
  const fits = scaled.every((row) => row.every((x) => Math.abs(x) <= MOST));
  return (fits ? scaled : plain(want)).map((row) => row.map(tidy));
}

const plain = ({ mean, spread, pair }: Spectrum) =>
  pair
    ? [
        [mean, -spread],
        [spread, mean],
      ]
    : [
        [mean + spread, 0],
        [0, mean - spread],
      ];

/** Six digits: what the address carries, so that a link holds exactly what is shown. */
const tidy = (x: number) => +Math.max(-MOST, Math.min(MOST, x)).toPrecision(6) || 0;

/** Moves one eigenvalue: off the real axis its mirror image goes along, on it the other one stays where it is. */
export function mover(A: () => Rows, set: (A: Rows) => void) {
  let other: number | undefined;
  return {
    /** `real`: the other eigenvalue, where both are real. */
    begin(real: number | undefined) {
      other = real;
    },
    place(re: number, im: number, snap: number) {
      if (Math.abs(im) >= snap) {
        other = undefined;
        set(reshape(A(), { mean: re, spread: Math.abs(im), pair: true }));
        return;
      }
      other ??= re;
      const spread = Math.abs(re - other) / 2;
      set(reshape(A(), { mean: (re + other) / 2, spread, pair: false }));
    },
  };
}
