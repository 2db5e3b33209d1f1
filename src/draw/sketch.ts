import { surface } from "./scrub.ts";
import { grown, type Box } from "./box.ts";
import { fixed } from "../kit/format.ts";
import { average } from "../numerics/resample.ts";
import { MOST, own, type Signal } from "../kit/signal.ts";
import { graspable, tellValue } from "./hand.ts";
import type { Root } from "./picture.ts";

export interface Sketch {
  /** Where the samples stand in the picture, the first at `left` and the last at `right`. */
  readonly box: Pick<Box, "left" | "right" | "top" | "height">;
  /** Spoken name of the surface. */
  readonly label: string;
  /** The input shown now, where it comes from, and the playhead. */
  now(): { u: Float64Array; input: Signal; t: number };
  /** The value that a height in the picture stands for. */
  valueAt(py: number): number;
  draw(input: Signal): void;
  seek(t: number): void;
}

/**
 * A surface on which the reader draws the input over the plot of it; arrow keys move the playhead and the sample there.
 */
export function sketch(svg: Root, { box, label, now, valueAt, draw, seek }: Sketch): () => void {
  const ground = surface(svg, grown(box, 8), "drawing");
  let stroke: { t: number; u: number } | undefined;
  const paint = (t: number, u: number) => {
    // What is longer than a link carries becomes shorter as the reader makes it their own.
    const data = average(now().u, MOST).slice();
    const from = stroke ?? { t, u };
    // A quick pointer skips steps: fill them along the straight line.
    const n = Math.max(1, Math.abs(t - from.t));
    for (let i = 0; i <= n; i++)
      data[Math.round(from.t + ((t - from.t) * i) / n)] = from.u + ((u - from.u) * i) / n;
    stroke = { t, u };
    draw(own(data));
  };
  graspable(ground, {
    label,
    strokes: true,
    move: (px, py, first) => {
      if (first) stroke = undefined;
      const last = Math.min(MOST, now().u.length) - 1;
      const t = Math.round(((px - box.left) / (box.right - box.left)) * last);
      paint(Math.max(0, Math.min(last, t)), valueAt(py));
    },
    nudge: (dx, dy) => {
      stroke = undefined;
      const t = Math.floor(now().t);
      if (dx) seek(t + dx);
      else paint(Math.min(t, MOST - 1), now().u[t]! + dy * 0.1);
    },
  });
  return () => {
    const { u, input, t } = now();
    const at = Math.floor(t);
    ground.classed("mine", input.kind === "own");
    tellValue(ground, `t = ${at}, u = ${fixed(u[at]!)}`, u[at]!, -10, 10);
  };
}
