import { below, beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { type Entry, key } from "../../draw/key.ts";
import { linear, type Pen, reach, stems, stroke, tenth, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { backAt, foundAt, indexOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

type Now = Moment<Setting, Run>;

const RING = "M5.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";

/** A plot's axes, title and key; what it draws is left to the caller. */
function frame(pen: Pen, at: Box, layout: Layout, title: string, entries: readonly Entry[]) {
  const y = at.top - 14;
  write(pen, at.left, y, "start", title, "tick axis-title");
  const aside = at.left + widthOf(title, layout.type) + 18;
  const [left, baseline] = layout.keyBelow ? [at.left - 34, at.bottom + 36] : [aside, y];
  key(pen, { left, right: at.right + 8, y: baseline, size: layout.type }, entries);
  const zero = stroke(pen, "axis");
  const numbers = ticks(pen);
  return (values: readonly ArrayLike<number>[], last: number) => {
    const most = snug(reach(1e-9, ...values));
    const scale = linear(-most, most, at.bottom, at.top);
    zero.attr("d", `M${at.left} ${at.cy}H${at.right}`);
    numbers([
      beside(at, at.top + 2, scaleEnd(most)),
      beside(at, at.bottom, scaleEnd(-most)),
      below(at, at.left + 4, "0", "start"),
      below(at, at.right, String(last), "end"),
    ]);
    return scale;
  };
}

/** K̂ at every root: its real part a stem with a dot, its imaginary part one with a ring. */
export function spectrum(
  pen: Pen,
  layout: Layout,
  words: readonly [string, string, string],
  off: string,
) {
  const at = layout.spectrum;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "Khat");
  const scaled = frame(g, at, layout, words[0], [
    { look: "dots", symbol: "Khat", word: words[1], as: "dot" },
    { look: "s4-ring", symbol: "Khat", word: words[2], as: RING },
  ]);
  const here = stroke(g, "cursor");
  const { inside, beyond } = framed(g, at, "s4-spectrum", off);
  const [lines, dots] = [stroke(inside, "stem"), stroke(inside, "dots")];
  const [dashes, rings] = [stroke(inside, "stem s4-dashed"), stroke(inside, "s4-ring")];
  return ({ result: { roots }, values: v, t, held }: Now) => {
    const seen = foundAt(t);
    g.attr("display", seen ? null : "none");
    const partsOf = (of: Run["roots"]) =>
      [of.map(({ K }) => K.re), of.map(({ K }) => K.im)] as const;
    const [re, im] = partsOf(roots);
    const y = scaled(partsOf(held?.result.roots ?? roots), roots.length - 1);
    const x = linear(-0.5, roots.length - 0.5, at.left, at.right);
    const apart = Math.min(4, (x(1) - x(0)) / 4);
    const real = stems(re, (j) => x(j) - apart, y);
    lines.attr("d", seen ? real.lines : "");
    dots.attr("d", seen ? real.dots : "");
    dashes.attr("d", seen ? stems(im, (j) => x(j) + apart, y).lines : "");
    rings.attr("d", seen ? im.map((a, j) => ring(x(j) + apart, y(a))).join("") : "");
    beyond(seen ? [re, im] : [], x, y);
    const j = indexOf({ roots }, v.j);
    here.attr("d", seen ? `M${tenth(x(j))} ${at.top}V${at.bottom}` : "");
  };
}

/** The kernel: rings by definition, and the dots that came back. */
export function kernel(
  pen: Pen,
  layout: Layout,
  words: readonly [string, string, string],
  off: string,
) {
  const at = layout.kernel;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const scaled = frame(g, at, layout, words[0], [
    { look: "s4-ring", symbol: "K", word: words[1], as: RING },
    { look: "dots", symbol: "K", word: words[2], as: "dot" },
  ]);
  const { inside, beyond } = framed(g, at, "s4-kernel", off);
  const [lines, dots] = [stroke(inside, "stem"), stroke(inside, "dots")];
  const rings = stroke(inside, "s4-ring");
  return ({ result: { K, wanted }, t, held }: Now) => {
    const y = scaled([held?.result.K ?? K, held?.result.wanted ?? wanted], K.length - 1);
    const x = linear(-0.5, K.length - 0.5, at.left, at.right);
    const drawn = backAt(t) ? stems(K, x, y) : { lines: "", dots: "" };
    lines.attr("d", drawn.lines);
    dots.attr("d", drawn.dots);
    beyond([wanted], x, y);
    rings.attr("d", Array.from(wanted, (a, l) => ring(x(l), y(a))).join(""));
  };
}

const ring = (x: number, y: number) =>
  `M${tenth(x - 4.5)} ${tenth(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;
