import { cut, offScale } from "../../draw/cut.ts";
import { scaleEnd, snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { curve, letter, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { dense, steps } from "./rows.ts";

type Say = (phrase: Phrase | "beyond") => string;

const ring = (x: number, y: number, r: number) =>
  `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** The three outputs over each other: a curve, dots and rings; where they agree every dot sits in its ring. */
export function outputs(pen: Pen, box: Box, say: Say) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "y");
  letter(g, "y", 2, box.cy + 6, "t");
  stroke(g, "axis").attr("d", `M${box.left} ${box.cy}H${box.right}`);
  const top = write(g, box.left - 6, box.top + 11, "end");
  const path = (name: string, symbol?: string) => {
    const p = stroke(g, name);
    return symbol ? p.attr("data-symbol", symbol) : p;
  };
  const ghost = path("line ghost");
  const smooth = path("goal");
  const convolution = path("wire ring", "K");
  const recurrence = path("dots", "h");
  const recurrenceLine = path("line thin", "h");
  const cursor = path("cursor");
  const now = g.append("circle").attr("class", "now").attr("r", 5);
  key(g, box, say);
  const drawBeyond = offScale(g, say("beyond"));
  return ({ result: r, ghost: pinned, held }: Moment<Setting, Run>, t: number) => {
    const x = steps(box, r.u.length);
    const old = pinned?.result.recurrent;
    const { recurrent, convolved } = held?.result ?? r;
    const most = snug(reach(1e-9, recurrent, convolved, old ?? []));
    top.text(scaleEnd(most));
    const y = linear(-most, most, box.bottom - 3, box.top + 3);
    ghost.attr("d", old ? curve(old, x, y) : "");
    // A fine moment i ends (i + 1)/fine of a step after the sample before it.
    const continuous = cut(
      box,
      (i) => x((i + 1) / r.fine - 1),
      (i) => y(r.continuous[i]!),
      0,
      r.continuous.length - 1,
    );
    smooth.attr("d", continuous.d);
    drawBeyond(continuous.off, { x: box.right - 12, y: box.bottom - 3 });
    const together = dense(x);
    let [rings, dots] = ["", ""];
    if (!together)
      r.u.forEach((_, k) => {
        rings += ring(x(k), y(r.convolved[k]!), 3.6);
        dots += `M${x(k).toFixed(1)} ${y(r.recurrent[k]!).toFixed(1)}h0`;
      });
    convolution.attr("d", together ? curve(r.convolved, x, y) : rings);
    recurrence.attr("d", dots);
    recurrenceLine.attr("d", together ? curve(r.recurrent, x, y) : "");
    cursor.attr("d", `M${x(t).toFixed(2)} ${box.top}V${box.bottom}`);
    now.attr("cx", x(t)).attr("cy", y(r.recurrent[t]!));
  };
}

/** Which mark is which view. */
function key(pen: Pen, box: Box, say: Say): void {
  const y = box.top - 9;
  const third = box.width / 3;
  const entry = (k: number, text: Phrase, mark: (g: Pen) => void) => {
    const g = pen.append("g").attr("transform", `translate(${box.left + k * third},${y})`);
    mark(g);
    write(g, 22, 4, "start", say(text));
  };
  entry(0, "recurrence", (g) => stroke(g, "dots", "h").attr("d", "M10 0h0"));
  entry(1, "convolution", (g) => stroke(g, "wire ring", "K").attr("d", ring(10, 0, 4)));
  entry(2, "continuous", (g) => stroke(g, "goal").attr("d", "M0 0H18"));
}
