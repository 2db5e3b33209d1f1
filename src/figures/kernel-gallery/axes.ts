import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, reach } from "../../draw/picture.ts";

/** Powers of ten below its top that a logarithmic axis shows. */
export const DECADES = 5;

export interface Axes {
  x(lag: number): number;
  y(value: number): number;
  readonly top: number;
  /** The height that stands for zero, or for the bottom of a logarithmic axis. */
  readonly zero: number;
}

/** Lags from the left to the right, values about zero; or both by their logarithms, a value then by its size. */
export function axesOf(
  box: Box,
  log: boolean,
  L: number,
  ...series: (Float64Array | number[])[]
): Axes {
  const top = snug(reach(1e-300, ...series));
  const last = Math.max(1, L - 1);
  if (log) {
    const x = linear(0, Math.log(last + 1), box.left, box.right);
    const y = linear(-DECADES, 0, box.bottom, box.top);
    const height = (v: number) => y(Math.max(-DECADES, Math.log10(Math.abs(v) / top || 1e-300)));
    return { top, zero: box.bottom, x: (lag) => x(Math.log(lag + 1)), y: height };
  }
  const signs = [1, -1].map((sign) => series.some((v) => v.some((k) => sign * k > 0.02 * top)));
  const [high, low] = [signs[0]! || !signs[1]! ? top : 0, signs[1]! ? -top : 0];
  const y = linear(low, high, box.bottom - 2, box.top + 2);
  return { top, zero: y(0), x: linear(0, last, box.left, box.right), y };
}

/** A curve of many lags with no more points than the picture has room for: of each column, its lowest and highest. */
export function trace(v: Float64Array, { x, y }: Axes): string {
  let d = "";
  let column = NaN;
  let [low, high] = [Infinity, -Infinity];
  const put = (px: number, py: number) =>
    (d += `${d ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`);
  const flush = () => {
    if (high > low + 0.05) put(column, low);
    if (low <= high) put(column, high);
  };
  v.forEach((value, lag) => {
    const place = Math.round(x(lag) * 2) / 2;
    if (place !== column) {
      flush();
      [column, low, high] = [place, Infinity, -Infinity];
    }
    const py = y(value);
    [low, high] = [Math.min(low, py), Math.max(high, py)];
  });
  flush();
  return d;
}

/** Round lags for ticks. */
export function lagsOf(L: number, log: boolean): number[] {
  if (log) return [0, 9, 99, 999].filter((lag) => lag < L);
  const step = 10 ** Math.floor(Math.log10(L));
  const fit = [step / 4, step / 2, step, 2 * step, 2.5 * step].find((s) => L / s <= 5)!;
  const whole = Math.max(1, Math.round(fit));
  return Array.from({ length: Math.ceil(L / whole) }, (_, i) => i * whole).filter((l) => l < L);
}
