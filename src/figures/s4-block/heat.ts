import { below, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { zeros } from "../../numerics/matrix.ts";
import { lengthOf, type Looked } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Lags that are shown: up to twice the one asked for, so far as rows reach. */
export const lagsOf = (v: Pick<Setting, "lag">): number => Math.min(lengthOf(v), 2 * v.lag + 1);

/** The middle of a lag's cell. */
export const lagAt = (at: Box, lags: number) => linear(-0.5, lags - 0.5, at.left, at.right);

/** The channels' kernels, a row each, each to its own largest number; a line at the lag asked for. */
export function kernelMap(pen: Pen, at: Box, title: string) {
  write(pen, at.left, at.top - 10, "start", title, "tick axis-title");
  const g = pen.append("g").attr("data-symbol", "K");
  const draw = heatMap(g, at);
  const line = stroke(pen, "s4-block-asked", "k");
  const numbers = ticks(pen);
  return ({ net, push: { K } }: Looked, order: readonly number[], v: Setting) => {
    const { H } = net.sizes;
    const lags = lagsOf(v);
    const map = zeros(H, lags);
    order.forEach((h, row) => {
      let most = 1e-300;
      for (let k = 0; k < lags; k++) most = Math.max(most, Math.abs(K[k * H + h]!));
      for (let k = 0; k < lags; k++) map.data[row * lags + k] = K[k * H + h]! / most;
    });
    draw(map, { most: 1, marked: 2 });
    const x = lagAt(at, lags);
    line.attr("d", `M${tenth(x(v.lag))} ${at.top - 4}V${at.bottom + 4}`);
    numbers([
      below(at, x(0), "0"),
      below(at, x(v.lag), String(v.lag)),
      below(at, x(lags - 1), String(lags - 1)),
    ]);
  };
}
