import { below, scaleEnd, ticks } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { cut } from "../../draw/cut.ts";
import { clipped, framed } from "../../draw/framed.ts";
import { type Anchor, brush, letter, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { inits, type Init } from "../../models/s4Layer.ts";
import { axesOf, lagsOf, trace, type Axes } from "./axes.ts";
import { lagOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The phrase that names an initialisation in the picture. */
export const nameOf = (init: Init): Phrase => (init === "legs-diag" ? "diagonal" : init);

interface Words {
  readonly lags: string;
  readonly legs: string;
  readonly impulse: string;
  readonly step: string;
  readonly off: string;
}

/** The kernel that is chosen, large, with the pinned one and, for S4D-LegS, that of LegS; what draws it gives its axes. */
export function kernelPlot(pen: Pen, box: Box, words: Words) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = brush(g);
  const word = (x: number, y: number, anchor: Anchor, text = "") => write(g, x, y, anchor, text);
  letter(g, "K", 2, box.top + box.height / 2 + 6);
  const axis = path("axis");
  const title = word(box.width < 400 ? 20 : box.left, box.top - 8, "start");
  const top = word(box.left - 6, box.top + 10, "end");
  const bottom = word(box.left - 6, box.bottom, "end");
  word(box.right, box.bottom + 15, "end", words.lags);
  const numbers = ticks(g);
  const otherName = word(box.right, box.top - 8, "end", words.legs);
  const { inside, beyond } = framed(g, grown(box, 0, 4), "kernel-gallery", words.off);
  const ghostLine = stroke(inside, "line ghost");
  const line = stroke(inside, "line");
  const other = stroke(inside, "goal");
  return ({ result: r, values: v, ghost, held }: Moment<Setting, Run>): Axes => {
    const legsOf = (run: Run) => (v.init === "legs-diag" ? run.all!.legs : undefined);
    const legs = legsOf(r);
    const pinned = ghost?.result.all ? ghost.result.shown : undefined;
    const L = r.shown.length;
    const of = held?.result ?? r;
    const axes = axesOf(box, v.log, L, of.shown, legsOf(of) ?? [], pinned ?? []);
    axis.attr("d", `M${box.left} ${axes.zero}H${box.right}`);
    title.text(v.response === "step" ? words.step : words.impulse);
    top.text(scaleEnd(axes.top));
    bottom.text(
      v.log ? scaleEnd(axes.top / 1e5) : axes.zero < box.bottom - 3 ? `−${scaleEnd(axes.top)}` : "",
    );
    numbers(
      lagsOf(L, v.log)
        .filter((lag) => axes.x(lag) < box.right - 84)
        .map((lag) => ({ ...below(box, axes.x(lag), String(lag)), y: box.bottom + 15 })),
    );
    line.attr("d", trace(r.shown, axes));
    other.attr("d", legs ? trace(legs, axes) : "");
    otherName.attr("display", legs ? null : "none");
    ghostLine.attr("d", pinned ? trace(pinned.subarray(0, L), axes) : "");
    beyond([r.shown, ...(legs ? [legs] : [])], axes.x, axes.y);
    return axes;
  };
}

/** The lag that is looked at: a dot on the kernel with its value. */
export function lagMark(pen: Pen, box: Box) {
  const g = pen.append("g").attr("data-symbol", "K");
  const cursor = stroke(g, "cursor");
  const dot = g.append("circle").attr("class", "now").attr("r", 5);
  const text = g.append("text").attr("class", "tick halo");
  return ({ result: r, values: v, t }: Moment<Setting, Run>, axes: Axes) => {
    const lag = lagOf(r, t);
    const [x, y] = [axes.x(lag), axes.y(r.shown[lag]!)];
    cursor.attr("d", `M${x.toFixed(1)} ${box.top}V${box.bottom}`);
    const seen = y >= box.top - 1 && y <= box.bottom + 1;
    dot
      .attr("cx", x)
      .attr("cy", y)
      .attr("display", seen ? null : "none");
    const right = x > box.right - 120;
    text
      .attr("x", right ? x - 9 : x + 9)
      .attr("y", Math.max(box.top + 12, Math.min(box.bottom - 6, y - 9)))
      .attr("text-anchor", right ? "end" : "start")
      .text(`${v.response === "step" ? "ΣK" : "K"} (${lag}) = ${format(r.shown[lag]!, 4)}`);
  };
}

/** The six of them, small, each in its own scale. */
export function cells(pen: Pen, boxes: readonly Box[], say: (name: Phrase) => string) {
  const parts = inits.map((init, k) => {
    const box = boxes[k]!;
    const g = pen.append("g").attr("class", "part").attr("data-symbol", "K");
    g.append("rect")
      .attr("x", box.left)
      .attr("y", box.top)
      .attr("width", box.width)
      .attr("height", box.height);
    write(g, box.left, box.top - 5, "start", say(nameOf(init)));
    const inside = clipped(g, box, `kernel-gallery-${init}-${box.left}-${box.top}`);
    return { init, box, g, line: stroke(inside, "line thin"), off: stroke(g, "off-scale") };
  });
  return ({ result: r, values: v, held }: Moment<Setting, Run>) =>
    parts.forEach(({ init, box, g, line, off }) => {
      g.classed("chosen", init === v.init);
      const K = r.all![init];
      const axes = axesOf(grown(box, -4, -3), v.log, K.length, (held?.result ?? r).all![init]);
      line.attr("d", trace(K, axes));
      off.attr("d", cut(box, axes.x, (k) => axes.y(K[k]!), 0, K.length - 1).off);
    });
}
