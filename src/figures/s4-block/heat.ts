import { below, type Tick, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { zeros } from "../../numerics/matrix.ts";
import type { Moment } from "../../kit/figure.ts";
import { lengthOf, type Looked, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Lags that are shown: up to twice the one asked for, so far as rows reach. */
export const lagsOf = (v: Pick<Setting, "lag">): number => Math.min(lengthOf(v), 2 * v.lag + 1);

/** As many as they were when a slider was taken, while it is held. */
export const lagsShown = ({ values, held }: Moment<Setting, Run>): number =>
  lagsOf(held?.values ?? values);

/** The middle of a lag's cell. */
export const lagAt = (at: Box, lags: number) => linear(-0.5, lags - 0.5, at.left, at.right);

/** The channels' kernels, a row each, each to its own largest number; a line at the lag asked for. A question in their place while they are its answer. */
export function kernelMap(pen: Pen, at: Box, title: string) {
  const head = write(pen, at.left, at.top - 10, "start", title, "tick axis-title");
  const g = pen.append("g").attr("data-symbol", "K");
  const draw = heatMap(g, at);
  const line = stroke(pen, "s4-block-asked", "k");
  const numbers = ticks(pen);
  const asked = write(pen, at.cx, at.cy + 5, "middle", "", "value halo");
  return (
    { net, push: { K } }: Looked,
    order: readonly number[],
    moment: Moment<Setting, Run>,
    { present = title, hidden = false } = {},
  ) => {
    const { H } = net.sizes;
    head.text(present);
    const { lag } = moment.values;
    const lags = lagsShown(moment);
    const known = Math.min(lags, lengthOf(moment.values));
    const map = zeros(H, lags);
    for (const [row, h] of (hidden ? [] : order).entries()) {
      let most = 1e-300;
      for (let k = 0; k < known; k++) most = Math.max(most, Math.abs(K[k * H + h]!));
      for (let k = 0; k < known; k++) map.data[row * lags + k] = K[k * H + h]! / most;
    }
    asked.text(hidden ? "?" : "");
    draw(map, { most: 1, marked: 2 });
    const x = lagAt(at, lags);
    line.attr("d", !hidden && lag < lags ? `M${tenth(x(lag))} ${at.top - 4}V${at.bottom + 4}` : "");
    numbers(lagTicks(at, x, lag, lags));
  };
}

/** The first lag, the one asked for, and the last, where they have room beside each other. */
export function lagTicks(at: Box, x: (k: number) => number, lag: number, lags: number): Tick[] {
  const [first, asked, last] = [x(0), x(lag), x(lags - 1)];
  const room = 26;
  return [
    ...(asked - first > room || lag >= lags ? [below(at, first, "0")] : []),
    ...(lag < lags ? [below(at, asked, String(lag))] : []),
    ...(last - asked > room || lag >= lags ? [below(at, last, String(lags - 1))] : []),
  ];
}
