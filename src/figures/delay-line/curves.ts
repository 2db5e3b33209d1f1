import { upright } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Pen, type Root, stroke } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { lags, leftAt, missed, MOST_LAG, type Curve, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { logPlot, type LogCurve } from "./logPlot.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const every = Array.from({ length: MOST_LAG + 1 }, (_, l) => l);
const errorsOf = ({ errors }: Curve): LogCurve => ({ x: lags, y: errors });
/** Only until nothing is left: a register drops an input at once. */
const leftOf = ({ left }: Curve): LogCurve => {
  const share = left.map((x) => x / (left[0] || 1));
  const end = share.findIndex((x) => x === 0);
  return { x: every, y: end < 0 ? share : share.subarray(0, end + 1) };
};

const errorLook = {
  symbol: "uhat",
  low: 1e-4,
  high: 4,
  ticks: [
    [1, "100 %"],
    [0.1, "10 %"],
    [0.01, "1 %"],
    [0.001, "0.1 %"],
  ],
} as const;
const pushLook = {
  symbol: "h",
  low: 1e-12,
  high: 10,
  ticks: [
    [1, "1"],
    [1e-3, "10⁻³"],
    [1e-6, "10⁻⁶"],
    [1e-9, "10⁻⁹"],
  ],
} as const;

/** Side by side: what is missed, and what is left of a push, by how long ago. */
export function curves(
  pen: Pen,
  svg: Root,
  { errors, left }: Layout,
  say: (word: Phrase) => string,
  set: (d: number) => void,
) {
  const steps = say("steps");
  const missing = logPlot(pen, errors, { ...errorLook, name: say("errors"), steps });
  const pushed = logPlot(pen, left, { ...pushLook, name: say("pushes"), steps });
  const line = stroke(pen, "cursor");
  const now = pen.append("circle").attr("class", "now").attr("r", 5).attr("data-symbol", "h");
  const hold = lagGrip(svg, errors, say("dragLag"), set);
  return ({ result: r, values: v, ghost, withheld }: Moment<Setting, Run>) => {
    if (!r.delay) return;
    const end = withheld?.has("picture") ? v.d : MOST_LAG;
    const pinned = ghost?.result.delay;
    const draw = (plot: typeof missing, of: (c: Curve) => LogCurve) =>
      plot.draw(
        v.memory,
        of(r.delay!),
        (id) => r.curves?.[id] && of(r.curves[id]),
        pinned && of(pinned),
        end,
      );
    draw(missing, errorsOf);
    draw(pushed, leftOf);
    const share = missed(r, v);
    hold(v.d, share, missing.x(v.d), missing.y(Number.isNaN(share) ? 1 : share));
    const px = pushed.x(v.d);
    line.attr("d", `M${px} ${left.top}V${left.bottom}`);
    now.attr("cx", px).attr("cy", pushed.y(leftAt(r.delay, v.d)));
  };
}

/** The present lag, to take hold of on the curve of what is missed. */
function lagGrip(svg: Root, box: Box, label: string, set: (d: number) => void) {
  const { left, right, top } = box;
  const { grip, put } = upright(svg, box, "uhat");
  const text = grip.append("text").attr("class", "tick halo strong");
  let held = 1;
  const keep = (d: number) => set(Math.max(1, Math.min(MOST_LAG, Math.round(d))));
  graspable(grip, {
    label,
    move: (px) => keep(((px - left) / (right - left)) * MOST_LAG),
    nudge: (dx, dy) => keep(held + dx + dy),
  });
  return (d: number, share: number, x: number, y: number) => {
    held = d;
    put(x, y);
    const end = d > MOST_LAG * 0.62;
    const spoken = Number.isNaN(share) ? "–" : `${format(100 * share)} %`;
    text
      .attr("x", end ? -12 : 12)
      .attr("y", y - top < 24 ? 18 : -8)
      .attr("text-anchor", end ? "end" : "start")
      .text(spoken);
    tellValue(grip, `d = ${d}, ${spoken}`, d, 1, MOST_LAG);
  };
}
