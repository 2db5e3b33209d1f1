import type { Signal } from "../kit/signal.ts";
import { graspable, tellValue } from "./hand.ts";
import type { Root } from "./picture.ts";
import { sketch } from "./sketch.ts";
import { middle, timeScales, type Frame } from "./timeRows.ts";

export interface TimeHands {
  readonly frame: Frame;
  readonly rows: number;
  /** Spoken names of the input's surface, where one draws, and of the others', where one scrubs. */
  readonly drawLabel: string;
  readonly scrubLabel: string;
  /** The input shown now, where it comes from, and the playhead. */
  now(): { u: Float64Array; input: Signal; t: number };
  draw(input: Signal): void;
  seek(t: number): void;
}

/** Surfaces over the rows of `timeRows`: the first row is drawn by hand, the others move the playhead. */
export function timeHands(svg: Root, hands: TimeHands): (spoken: string) => void {
  const { frame: f } = hands;
  const half = f.height / 2 - 3;
  const tellDrawing = sketch(svg, {
    box: f,
    label: hands.drawLabel,
    now: hands.now,
    valueAt: (py) => {
      const most = timeScales(f, { series: [hands.now().u] }).most[0]!;
      return Math.max(-most, Math.min(most, ((middle(f, 0) - py) / half) * most));
    },
    draw: hands.draw,
    seek: hands.seek,
  });
  const scrub = svg
    .append<SVGGraphicsElement>("rect")
    .attr("class", "surface")
    .attr("x", f.left - 8)
    .attr("width", f.right - f.left + 16)
    .attr("y", middle(f, 1) - f.height / 2)
    .attr("height", (hands.rows - 1) * (f.height + f.gap) - f.gap);
  graspable(scrub, {
    label: hands.scrubLabel,
    move: (px) => {
      const last = hands.now().u.length - 1;
      const t = Math.round(((px - f.left) / (f.right - f.left)) * last);
      hands.seek(Math.max(0, Math.min(last, t)));
    },
    nudge: (dx, dy) => hands.seek(Math.floor(hands.now().t) + dx + dy),
  });
  return (spoken) => {
    const { u, t } = hands.now();
    const now = Math.floor(t);
    tellDrawing();
    tellValue(scrub, `t = ${now}, ${spoken}`, now, 0, u.length - 1);
  };
}
