import { fixed } from "../format.ts";
import { own, type Signal } from "../signal.ts";
import { graspable, tellValue } from "./hand.ts";
import type { Root } from "./picture.ts";
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
  const surface = (row: number, rows: number) =>
    svg
      .append<SVGGraphicsElement>("rect")
      .attr("class", "surface")
      .attr("x", f.left - 8)
      .attr("width", f.right - f.left + 16)
      .attr("y", middle(f, row) - f.height / 2)
      .attr("height", rows * (f.height + f.gap) - f.gap);
  const step = (x: number) => {
    const last = hands.now().u.length - 1;
    const t = ((x - f.left) / (f.right - f.left)) * last;
    return Math.max(0, Math.min(last, Math.round(t)));
  };
  let stroke: { t: number; u: number } | undefined;
  const paint = (t: number, u: number) => {
    const data = hands.now().u.slice();
    const from = stroke ?? { t, u };
    // A quick pointer skips steps: fill them along the straight line.
    const n = Math.max(1, Math.abs(t - from.t));
    for (let i = 0; i <= n; i++)
      data[Math.round(from.t + ((t - from.t) * i) / n)] = from.u + ((u - from.u) * i) / n;
    stroke = { t, u };
    hands.draw(own(data));
  };
  const drawing = surface(0, 1).classed("drawing", true);
  graspable(drawing, {
    label: hands.drawLabel,
    takes: (e) => e.pointerType !== "touch" || hands.now().input.kind === "own",
    move: (px, py, first) => {
      if (first) stroke = undefined;
      const most = timeScales(f, { series: [hands.now().u] }).most[0]!;
      const u = ((middle(f, 0) - py) / (f.height / 2 - 3)) * most;
      paint(step(px), Math.max(-most, Math.min(most, u)));
    },
    nudge: (dx, dy) => {
      stroke = undefined;
      const t = Math.floor(hands.now().t);
      if (dx) hands.seek(t + dx);
      else paint(t, hands.now().u[t]! + dy * 0.1);
    },
  });
  const scrub = surface(1, hands.rows - 1);
  graspable(scrub, {
    label: hands.scrubLabel,
    move: (px) => hands.seek(step(px)),
    nudge: (dx, dy) => hands.seek(Math.floor(hands.now().t) + dx + dy),
  });
  return (spoken) => {
    const { u, input, t } = hands.now();
    const now = Math.floor(t);
    drawing.classed("mine", input.kind === "own");
    tellValue(drawing, `t = ${now}, u = ${fixed(u[now]!)}`, u[now]!, -10, 10);
    tellValue(scrub, `t = ${now}, ${spoken}`, now, 0, u.length - 1);
  };
}
