import type { Box } from "../../draw/box.ts";
import { type Pen, stroke, write } from "../../draw/picture.ts";
import type { SeriesScales } from "../../draw/series.ts";
import { widthOf } from "../../draw/text.ts";
import { normalQuantile } from "../../numerics/distributions.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { MOST_AHEAD } from "./setting.ts";

/** Half width of the 95 % band in standard deviations. */
const LIMIT = normalQuantile(0.975);

/** What came true, where the reader asks for it; the key of the misses stands in the plot while there are any. */
export function judged(pen: Pen, box: Box, word: string) {
  const g = pen.append("g").attr("data-symbol", "y");
  const [came, missed] = [stroke(g, "dots"), stroke(g, "missed")];
  const key = pen.append("g");
  stroke(key, "missed").attr("d", ring(16, box.top + 9));
  write(key, 28, box.top + 13, "start", word, "tick halo");
  const room = box.right - 24 - widthOf(word, 13.5);
  return (r: Run, v: Setting, now: number, s: SeriesScales, from: number) => {
    const found = v.judge ? judge(r, v, now, s, from) : { came: "", missed: "" };
    came.attr("d", found.came);
    missed.attr("d", found.missed);
    key
      .attr("display", found.missed ? null : "none")
      .attr("transform", `translate(${Math.min(s.x(r.first), room).toFixed(1)},0)`);
  };
}

/** What came true after the playhead: a dot for each value, a ring about those outside the 95 % band. */
function judge({ z, fans }: Run, { h }: Setting, now: number, s: SeriesScales, from: number) {
  const found = { came: "", missed: "" };
  for (let k = 0; k < h && now + 1 + k < z.length; k++) {
    const value = z[now + 1 + k]!;
    if (now + 1 + k < from || Number.isNaN(value)) continue;
    const [px, py] = [s.x(now + 1 + k).toFixed(1), s.z(value).toFixed(1)];
    found.came += `M${px} ${py}h0`;
    const at = now * MOST_AHEAD + k;
    if (fans && Math.abs(value - fans.mean[at]!) > LIMIT * fans.sd[at]!)
      found.missed += ring(px, py);
  }
  return found;
}

const ring = (x: number | string, y: number | string) =>
  `M${x} ${y}m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`;
