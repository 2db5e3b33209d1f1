import type { Box } from "../../draw/box.ts";
import { type Anchor, brush, linear, type Pen, reach, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { at, change, type Run } from "./compute.ts";

/** The numbers of one memory: bars for the signal as played, a line across each for normal speed. */
export function pairs(pen: Pen, box: Box, name: string) {
  const top = box.top + 20;
  const half = (box.height - 20) / 2;
  const zero = top + half;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "coef");
  const path = brush(g);
  path("axis").attr("d", `M${box.left} ${zero}H${box.right}`);
  const bars = path("bars soft");
  const tips = path("tips");
  const ghost = path("tips ghost");
  const text = (x: number, anchor: Anchor) => write(g, x, box.top + 11, anchor);
  text(box.left, "start").classed("strong", true).text(name);
  const off = text(box.right, "end");

  return (r: Run, both: Run["legs"], t: number, pinned?: Float64Array) => {
    const played = at(both.played, r, t);
    const normal = at(both.normal, r, t);
    const N = played.length;
    const x = linear(-0.5, N - 0.5, box.left, box.right);
    const most = reach(1e-9, both.played, both.normal);
    const y = (c: number) => zero - (Math.max(-most, Math.min(most, c)) / most) * (half - 2);
    const width = Math.min(22, (x(1) - x(0)) * 0.6);
    const across = (c: Float64Array, extra: number) => {
      let d = "";
      for (let n = 0; n < Math.min(N, c.length); n++)
        d += `M${(x(n) - width / 2 - extra).toFixed(1)} ${y(c[n]!).toFixed(1)}h${(width + 2 * extra).toFixed(1)}`;
      return d;
    };
    let d = "";
    played.forEach((c, n) => (d += `M${x(n).toFixed(1)} ${zero}V${y(c).toFixed(1)}`));
    bars.attr("d", d).attr("stroke-width", width);
    tips.attr("d", across(normal, 4));
    ghost.attr("d", pinned ? across(pinned, 1) : "");
    const share = change(r, both, t);
    off.text(Number.isNaN(share) ? "" : `Δ = ${share < 1e-9 ? "0" : format(100 * share, 3)} %`);
  };
}
