import type { Box } from "../../draw/box.ts";
import { brush, letter, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { isNile, PUBLISHED, type Pair, type Run } from "./compute.ts";
import { scalesOf } from "./map.ts";
import type { Setting } from "./params.ts";

/** The signs that the map and the table share. */
export const signs = {
  here: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0",
  best: "M-5 -5L5 5M-5 5L5 -5",
  book: "M0 -9L9 0L0 9L-9 0Z",
} as const;

/** Where the likelihood is highest is still to be guessed. */
export const secret = (m: Moment<Setting, Run>): boolean => m.withheld?.has("best") === true;

/** On the map: the maximum, the published pair, the pinned one, and the way of the last search. */
export function marksOf(pen: Pen, box: Box) {
  const { place } = scalesOf(box);
  const path = brush(pen);
  const [way, stops] = [path("hill-way"), path("dots fine hill-stops")];
  const book = path("sign book").attr("d", signs.book);
  const best = path("sign best").attr("d", signs.best);
  const ghost = pen.append("circle").attr("class", "handle ghost").attr("r", 7);
  letter(pen, "Q", box.right - 4, box.bottom - 8).attr("text-anchor", "end");
  letter(pen, "R", box.left + 8, box.top + 20);
  const put = (node: typeof book, pair: Pair | undefined) => {
    const at = pair && place(pair);
    node
      .attr("display", at ? null : "none")
      .attr("transform", at ? `translate(${at.x.toFixed(1)},${at.y.toFixed(1)})` : null);
  };
  return (m: Moment<Setting, Run>) => {
    const { result: r, values: v, ghost: pinned } = m;
    const fit = secret(m) ? undefined : r.hill?.fit;
    const square = r.unit ** 2;
    put(best, fit && { noise: fit.irregular / square, walk: fit.level / square });
    put(book, isNile(v) && !secret(m) ? PUBLISHED : undefined);
    const at = pinned && place(pinned.values);
    ghost
      .attr("display", at ? null : "none")
      .attr("cx", at ? at.x.toFixed(1) : 0)
      .attr("cy", at ? at.y.toFixed(1) : 0);
    const points = (r.path ?? []).map((pair) => {
      const { x, y } = place(pair);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    way.attr("d", points.length > 0 ? `M${points.join("L")}` : "");
    stops.attr("d", points.map((p) => `M${p}h0`).join(""));
  };
}
