import { brush, letter, linear, type Pen, reach, stems } from "../../draw/picture.ts";
import { timeScales } from "../../draw/timeRows.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { end, place, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

const ids = ["u", "v", "n"] as const;
const NONE = { lines: "", dots: "" };

/** Size at the edge of the strips of v and n: one for both, with room to pull at them; it stays while something is held. */
export const noiseReach = ({ result, held }: Moment<Setting, Run>): number => {
  const { v, n } = held?.result ?? result;
  return end(Math.max(2, reach(0, v, n)));
};

/** From a size to a height on a strip. */
export function stripScale({ frame }: Layout, row: "v" | "n", most: number) {
  const { from, to } = place(frame, row);
  return linear(-most, most, to - 2, from + 2);
}

/** Three thin rows of stems: the input, and the two noises of the followed path. */
export function strips(pen: Pen, layout: Layout) {
  const f = layout.frame;
  const parts = ids.map((id) => {
    const { mid } = place(f, id);
    const g = pen.append("g").attr("class", "plot").attr("data-symbol", id);
    const path = brush(g);
    path("axis").attr("d", `M${f.left} ${mid}H${f.right}`);
    letter(g, id, 2, mid + 6, "t");
    return {
      g,
      past: path("stem"),
      dots: path("dots small"),
      later: path("stem later"),
      laterDots: path("dots small later"),
    };
  });
  return (m: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = m;
    const { x, y } = timeScales(f, { series: [r.u] });
    const most = noiseReach(m);
    const now = Math.min(r.u.length - 1, Math.floor(t));
    const scales = { u: y[0]!, v: stripScale(layout, "v", most), n: stripScale(layout, "n", most) };
    ids.forEach((id, k) => {
      const part = parts[k]!;
      // With b = 0 no input comes in: its row is empty.
      const shut = id === "u" && v.b === 0;
      part.g.attr("opacity", shut ? 0.25 : null);
      const past = shut ? NONE : stems(r[id], x, scales[id], 0, now);
      const later = v.future && !shut ? stems(r[id], x, scales[id], now + 1) : NONE;
      part.past.attr("d", past.lines);
      part.dots.attr("d", past.dots);
      part.later.attr("d", later.lines);
      part.laterDots.attr("d", later.dots);
    });
  };
}
