import { keeping } from "../../kit/keeping.ts";
import {
  errorBounds,
  fadingGradient,
  projectionErrors,
  scaledGradient,
} from "../../models/legsRates.ts";
import type { Setting } from "./params.ts";

/** The most numbers that an error is shown for. */
export const MOST = 64;
/** How many times as old as an input the past becomes. */
export const OLDEST = 64;

/** A triangle of slope ±1, what it bends to when integrated, and a sine; each has period 2. */
const signals: Readonly<
  Record<Setting["signal"], { k: number; size: number; f(x: number): number }>
> = {
  corner: { k: 1, size: 1, f: (x) => Math.abs((x % 2) - 1) - 0.5 },
  bend: {
    k: 2,
    size: 1,
    f: (x) => {
      const y = x % 1;
      return ((x % 2 < 1 ? 1 : -1) * y * (1 - y)) / 2;
    },
  },
  wave: { k: 4, size: Math.PI ** 4, f: (x) => Math.sin(Math.PI * x) },
};

export interface Run {
  /** Of the derivative that is bounded, and its bound. */
  readonly k: number;
  readonly size: number;
  /** Entry N, from 1 on; the bound from k on. */
  readonly errors: Float64Array;
  readonly bounds: Float64Array;
  /** t₁ in units of t₀, and the gradient then with 1/t and without. */
  readonly times: Float64Array;
  readonly scaled: Float64Array;
  readonly fading: Float64Array;
}

const unit = { 1: keeping(errorBounds), 2: keeping(errorBounds), 4: keeping(errorBounds) };

const errorsOf = keeping((signal: Setting["signal"], span: number) => {
  const { k, size, f } = signals[signal];
  const scale = size * span ** k;
  return {
    k,
    size,
    errors: projectionErrors(f, span, MOST),
    bounds: unit[k as keyof typeof unit](k, MOST).map((x) => x * scale),
  };
});

const times = Float64Array.from({ length: 91 }, (_, i) => OLDEST ** (i / 90));

export const run = ({ signal, N, span }: Setting): Run => ({
  ...errorsOf(signal, span),
  times,
  scaled: times.map((t) => scaledGradient(N, 1, t)),
  fading: times.map((t) => fadingGradient(N, 1, t)),
});

/** The slope of the errors on axes by ratio, by least squares from 8 numbers on, down to rounding. */
export function slopeOf({ errors }: Pick<Run, "errors">): number {
  const points: (readonly [number, number])[] = [];
  for (let n = 8; n <= MOST; n++)
    if (errors[n]! > 1e-11) points.push([Math.log(n), Math.log(errors[n]!)]);
  const mean = (k: 0 | 1) => points.reduce((sum, q) => sum + q[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const [top, low] = points.reduce(
    ([a, b], q) => [a + (q[0] - x) * (q[1] - y), b + (q[0] - x) ** 2] as const,
    [0, 0] as readonly [number, number],
  );
  return low > 0 ? top / low : NaN;
}
