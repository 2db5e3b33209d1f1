import { scaleEnd, snug } from "../../draw/axis.ts";
import { type Box, box as box_ } from "../../draw/box.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { type Anchor, letter, linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { largest, numbersAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { readable } from "./recall.ts";

/** The place of number n among N bars. */
export const slots = (box: Box, N: number) => linear(-0.5, N - 0.5, box.left, box.right);

/** One scale for the whole run, so that a bar moves for itself; once something explodes, that of the moment. */
function endOf(r: Run, t: number): number {
  const usual = Math.min(r.memory.peak, 4 * largest(r.u));
  return snug(Math.max(usual, largest(numbersAt(r, t))) || 1);
}

/** The N numbers as bars from zero; the one pointed at stands out, with its value. */
export function numbers(pen: Pen, box: Box, say: (word: Phrase) => string) {
  const zero = box.top + 20 + (box.height - 20) / 2;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "coef");
  const label = (x: number, y: number, anchor: Anchor) => write(g, x, y, anchor, "", "tick halo");
  stroke(g, "axis").attr("d", `M${box.left} ${zero}H${box.right}`);
  const plot = box_({ left: box.left, right: box.right, top: box.top + 20, bottom: box.bottom });
  const inside = clipped(g, plot, `hippo-numbers-${plot.left}-${plot.top}`);
  const ghost = stroke(inside, "tips ghost");
  const bars = stroke(inside, "bars");
  const lit = stroke(inside, "bars lit");
  const beyond = offScale(g, say("beyond"), 13.5);
  letter(g, "coef", 2, zero + 6, "n");
  label(box.left, box.top + 11, "start").text(say("numbers"));
  const top = label(box.left - 6, box.top + 31, "end");
  const value = label(0, 0, "middle").classed("value", true);
  const first = label(box.left, box.bottom + 14, "start").text("0");
  const last = label(box.right, box.bottom + 14, "end");

  return (
    { result: r, values: v, t, ghost: pinned, held }: Moment<Setting, Run>,
    chosen?: number,
  ) => {
    const c = numbersAt(r, t);
    const x = slots(box, v.N);
    const most = endOf(held?.result ?? r, t);
    const half = (box.height - 20) / 2;
    const y = (n: number) => zero - (n / most) * half;
    const width = Math.max(1, Math.min(22, (x(1) - x(0)) * 0.72));
    const bar = (n: number) => `M${x(n).toFixed(1)} ${zero}V${y(c[n]!).toFixed(1)}`;
    const told = readable(r, t);
    let d = "";
    if (told) c.forEach((_, n) => n !== chosen && (d += bar(n)));
    bars.attr("d", d).attr("stroke-width", width);
    beyond(told ? cutStems(plot, c, x, y, 0, c.length - 1).off : "", {
      x: box.right,
      y: box.top + 11,
    });
    const marked = told && chosen !== undefined;
    lit.attr("d", marked ? bar(chosen) : "").attr("stroke-width", width);
    const end = scaleEnd(most);
    top.attr("x", Math.max(box.left - 6, Math.ceil(widthOf(end, 13.5)))).text(end);
    first.attr("display", v.N > 1 ? null : "none");
    last.text(v.N > 1 ? `n = ${v.N - 1}` : "n = 0");
    value.text(marked ? `c${sub(chosen)} = ${format(c[chosen]!)}` : "");
    const n = chosen ?? 0;
    value
      .attr("x", Math.max(box.left + 34, Math.min(box.right - 34, x(n))))
      .attr("y", c[n]! >= 0 ? Math.max(box.top + 32, y(c[n]!) - 6) : zero - 6);
    ghost.attr("d", pinned ? tips(pinned, t, r, x, y, width) : "");
  };
}

/** Where the pinned numbers end, as short strokes across their bars. */
function tips(
  pinned: { readonly result: Run },
  t: number,
  r: Run,
  x: (n: number) => number,
  y: (c: number) => number,
  width: number,
): string {
  const other = pinned.result;
  const at = Math.round((t / Math.max(1, r.u.length - 1)) * (other.u.length - 1));
  if (!readable(other, at)) return "";
  let d = "";
  numbersAt(other, at).forEach((c, n) => {
    if (n < r.memory.cols)
      d += `M${(x(n) - width / 2).toFixed(1)} ${y(c).toFixed(1)}h${width.toFixed(1)}`;
  });
  return d;
}

export const sub = (n: number) => String(n).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]!);
