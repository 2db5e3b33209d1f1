import type { Box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { calm, scaleEnd } from "../../draw/axis.ts";
import {
  brush,
  curve,
  letter,
  linear,
  type Pen,
  reach,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

type Scale = (v: number) => number;

export const timeScale = ({ walk }: Layout, r: Run): Scale =>
  linear(0, r.y.length - 1, walk.left, walk.right);

/** R on a logarithmic axis that holds everything the sliders can reach from here. */
export function trustScale({ trust }: Layout, v: Setting): Scale {
  const least = Math.log(v.R * Math.min(0.2, v.times / 2));
  const most = Math.log(v.R * Math.max(1000, v.times));
  const y = linear(least, most, trust.bottom - 2, trust.top + 6);
  return (R) => y(Math.log(R));
}

/** The walk with its estimate; measurements beyond the edge become small triangles there. */
export function walkRow(pen: Pen, { walk: box }: Layout, word: string) {
  const { inside, beyond: marks } = framed(pen, box, "gate-walk", word, {
    x: box.right - 130,
    y: box.top + 12,
  });
  const path = brush(inside);
  const zero = path("axis", "h");
  const dots = path("dots", "y");
  const beyond = path("beyond", "y");
  const truth = stroke(inside, "wall");
  const fixed = path("line thin dashed", "D");
  const ghost = path("line ghost", "hhat");
  const mean = path("line", "hhat");
  letter(pen, "h", 2, box.top + box.height / 2 + 6, "t");
  const [top, bottom] = [
    write(pen, box.left - 6, box.top + 11, "end"),
    write(pen, box.left - 6, box.bottom, "end"),
  ];
  return (m: Moment<Setting, Run>, x: Scale): Scale => {
    const { result: r, values: v, ghost: pinned } = m;
    const { truth: way, gate, fixedMean } = (m.held ?? m).result;
    const most = calm(1.3 * reach(0.5, way, gate.mean, v.fixed ? fixedMean : []));
    const y = linear(-most, most, box.bottom, box.top);
    let [within, outside] = ["", ""];
    r.y.forEach((value, t) => {
      const px = tenth(x(t));
      if (Math.abs(value) <= most) within += `M${px} ${tenth(y(value))}h0`;
      else if (value > 0) outside += `M${px - 3} ${box.top + 5}h6l-3 -5z`;
      else outside += `M${px - 3} ${box.bottom - 5}h6l-3 5z`;
    });
    zero.attr("d", `M${box.left} ${tenth(y(0))}H${box.right}`);
    dots.attr("d", within);
    beyond.attr("d", outside);
    truth.attr("d", curve(r.truth, x, y));
    mean.attr("d", curve(r.gate.mean, x, y));
    fixed.attr("d", v.fixed ? curve(r.fixedMean, x, y) : "");
    ghost.attr("d", pinned ? curve(pinned.result.gate.mean, x, y) : "");
    top.text(scaleEnd(most));
    bottom.text(scaleEnd(-most));
    marks([r.truth, r.gate.mean], x, y);
    return y;
  };
}

/** A staircase: each value holds from half a step before to half a step after. */
function stairs(v: Float64Array, x: Scale, y: Scale): string {
  let d = "";
  v.forEach((value, t) => {
    const py = tenth(y(value));
    if (!d) d = `M${tenth(x(t))} ${py}`;
    else if (value !== v[t - 1]) d += `H${tenth(x(t - 0.5))}V${py}`;
  });
  return `${d}H${tenth(x(v.length - 1))}`;
}

export function trustRow(pen: Pen, layout: Layout) {
  const box = layout.trust;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "R");
  stroke(g, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const line = stroke(g, "line thin");
  letter(g, "R", 2, box.top + box.height / 2 + 6, "t");
  return (r: Run, v: Setting, x: Scale) => {
    line.attr("d", stairs(r.R, x, trustScale(layout, v)));
  };
}

/** One number a step between 0 and a calm end: the gain with its twin as dots, or Δ. Its present value goes over all. */
export function curveRow(pen: Pen, over: Pen, box: Box, symbol: "gain" | "Delta", word: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  stroke(g, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const { inside, beyond } = framed(g, box, `gate-${symbol}`, word);
  const line = stroke(inside, "line");
  const dots = stroke(inside, "dots small twin");
  letter(g, symbol, 2, box.top + box.height / 2 + 6, "t");
  const top = write(g, box.left - 6, box.top + 11, "end");
  const now = over.append("circle").attr("class", "now").attr("data-symbol", symbol).attr("r", 5);
  return ({ result, held, t }: Moment<Setting, Run>, twin: Float64Array | undefined, x: Scale) => {
    const of = ({ gate }: Run) => (symbol === "gain" ? gate.gain : gate.delta);
    const v = of(result);
    const most = calm(reach(0.05, held ? of(held.result) : v));
    const y = linear(0, most, box.bottom, box.top + 2);
    line.attr("d", curve(v, x, y));
    let d = "";
    twin?.forEach((value, k) => {
      if (k % 3 === 0) d += `M${tenth(x(k))} ${tenth(y(value))}h0`;
    });
    dots.attr("d", d);
    top.text(scaleEnd(most));
    const at = Math.min(v.length - 1, Math.floor(t));
    now
      .attr("cx", tenth(x(at)))
      .attr("cy", tenth(y(v[at]!)))
      .attr("display", v[at]! > most ? "none" : null);
    beyond([v], x, y);
  };
}
