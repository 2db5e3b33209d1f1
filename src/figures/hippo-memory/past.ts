import { cut, offScale, type Cut } from "../../draw/cut.ts";
import { scaleEnd, snug } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import {
  type Anchor,
  curve,
  letter,
  linear,
  type Pen,
  reach,
  stroke,
  write,
} from "../../draw/picture.ts";
import { middle, timeScales, type Frame } from "../../draw/timeRows.ts";
import type { Moment } from "../../kit/figure.ts";
import { isScaled, reachOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { directAt, readable, recallAt, type Recall } from "./recall.ts";

type Say = (word: "beyond" | "u" | "uhat" | "share" | "best" | "ruler" | "gone") => string;

/** Parts of the polynomials' axis that the ruler shows. */
const PARTS = 16;

/** The scales of the input alone: what the memory says must not move the axis. */
export const pastScales = (frame: Frame, u: Float64Array) =>
  timeScales(frame, { series: [u], most: [snug(reach(0, u) || 1)] });

/** The input and, over its past, what the N numbers say it was; below it, where the polynomials spend their detail. */
export function past(pen: Pen, frame: Frame, rulerTop: number, say: Say) {
  const mid = middle(frame, 0);
  const low = frame.top + frame.height;
  const edges = [frame.top - 4, low + 4] as const;
  const g = pen.append("g");
  const gone = g.append("rect").attr("class", "gone").attr("y", frame.top);
  gone.attr("height", frame.height);
  stroke(g, "axis").attr("d", `M${frame.left} ${mid}H${frame.right}`);
  const { later, share, heard, ghost, recalled, best } = curves(g);
  const cursor = stroke(g, "cursor");
  letter(g, "u", 2, mid - 6);
  letter(g, "uhat", 2, mid + 24);
  const top = text(g, frame.left - 6, frame.top + 11, "end");
  const now = g.append("g").attr("data-symbol", "u").append("circle");
  now.attr("class", "now").attr("r", 5);
  const lost = text(g, 0, low - 8, "middle").text(say("gone"));
  const ruler = pen.append("g").attr("data-symbol", "uhat");
  const ticks = stroke(ruler, "ruler");
  text(ruler, frame.right, rulerTop + 27, "end").text(say("ruler"));
  const showKey = legend(g, frame, say);
  const drawBeyond = offScale(g, say("beyond"));

  return ({ result: r, values: v, t, ghost: pinned }: Moment<Setting, Run>, lit?: number) => {
    const { x, y, most } = pastScales(frame, r.u);
    const at = Math.floor(t);
    const height = inside(y[0]!, ...edges);
    const plot = { left: frame.left, right: frame.right, top: edges[0], bottom: edges[1] };
    const edged = (v: Float64Array, over: (i: number) => number) =>
      cut(plot, over, (i) => y[0]!(v[i]!), 0, v.length - 1);
    later.attr("d", curve(r.u, x, y[0]!, at));
    heard.attr("d", curve(r.u, x, y[0]!, 0, at));
    cursor.attr("d", `M${x(t).toFixed(2)} ${frame.top}V${rulerTop + 10}`);
    now.attr("cx", x(at)).attr("cy", y[0]!(r.u[at]!));
    top.text(scaleEnd(most[0]!));
    const told = readable(r, t) ? recallAt(r, t) : undefined;
    const over = (m: Recall) => (i: number) => x(m.from + i);
    const drawn = told && edged(told.values, over(told));
    recalled.attr("d", drawn?.d ?? "");
    const aim = v.direct ? directAt(r, t) : undefined;
    const wanted = aim && edged(aim.values, over(aim));
    best.attr("d", wanted?.d ?? "");
    share.attr("d", told && lit !== undefined ? partOf(told, r, lit, over(told), height) : "");
    const old = pinned && ghostOf(pinned.result, t, r.u.length, frame, edged);
    ghost.attr("d", old?.d ?? "");
    drawBeyond([drawn, wanted, old].map((line) => line?.off ?? "").join(""), {
      x: frame.right - 12,
      y: low - 22,
    });
    const from = told ? told.from : at;
    gone
      .attr("x", frame.left - 6)
      .attr("width", from > 0 ? Math.max(0, x(from - 0.5) - frame.left + 6) : 0);
    const wide = from > 0 && x(from) - frame.left > 60;
    lost.attr("x", (frame.left + x(from)) / 2).attr("display", wide ? null : "none");
    ruler.attr("display", r.measure === "random" ? "none" : null);
    ticks.attr("d", rulerOf(r, at, x, rulerTop, frame.left));
    showKey(v.direct, lit !== undefined);
  };
}

/** The curves, from the back to the front. */
function curves(pen: Pen) {
  const line = (symbol: string, name: string) =>
    pen
      .append("g")
      .attr("class", "plot")
      .attr("data-symbol", symbol)
      .append("path")
      .attr("class", name);
  return {
    later: line("u", "line thin later"),
    share: line("coef", "share strong"),
    heard: line("u", "line band"),
    ghost: line("uhat", "line ghost"),
    recalled: line("uhat", "line"),
    best: line("uhat", "goal"),
  };
}

/** An area that leaves the frame ends at its edge. */
const inside = (y: (v: number) => number, top: number, low: number) => (v: number) =>
  Math.max(top, Math.min(low, y(v)));

/** The pinned memory's account of its past at the same share of its time. */
function ghostOf(
  r: Run,
  t: number,
  length: number,
  frame: Frame,
  edged: (v: Float64Array, over: (i: number) => number) => Cut,
): Cut | undefined {
  const at = Math.min(r.u.length - 1, Math.round((t / Math.max(1, length - 1)) * (r.u.length - 1)));
  if (!readable(r, at)) return undefined;
  const { from, values } = recallAt(r, at);
  const x = linear(0, Math.max(1, r.u.length - 1), frame.left, frame.right);
  return edged(values, (i) => x(from + i));
}

/** What one number alone adds to the recall, from zero. */
function partOf(
  told: Recall,
  r: Run,
  n: number,
  x: (i: number) => number,
  height: (v: number) => number,
): string {
  const last = told.to - told.from;
  const c = r.memory.data[told.to * r.memory.cols + n]!;
  const part = told.values.map((_, i) => c * told.basis(i, n));
  const zero = height(0);
  return `${curve(part, x, height)}L${x(last).toFixed(1)} ${zero}H${x(0).toFixed(1)}Z`;
}

/** Equal parts of the axis on which the polynomials are even: of the past, of the window, or warped towards the present. */
function rulerOf(r: Run, t: number, x: (t: number) => number, top: number, left: number): string {
  let d = "";
  const first = reachOf(r, t);
  for (let i = 0; i <= PARTS; i++) {
    const share = i / PARTS; // 0 the far end, 1 the present
    const age = isScaled(r)
      ? (1 - share) * (t + 1)
      : r.measure === "legt" || r.measure === "fout"
        ? (1 - share) * r.theta
        : -Math.log(share) * r.theta;
    const place = t + 0.5 - age;
    if (place < -0.51) continue;
    const px = Math.max(left, x(Math.max(0, Math.min(t, place))));
    d += `M${px.toFixed(1)} ${top}v${i % 4 === 0 ? 11 : 7}`;
  }
  return `${d}M${Math.max(left, x(first)).toFixed(1)} ${top}H${x(t).toFixed(1)}`;
}

function legend(g: Pen, { left, right, top }: Frame, say: Say) {
  // On a narrow picture there are two lines of it.
  const two = right < 400;
  const lay = key(g, { left, right, y: top - (two ? 30 : 13), size: two ? 13.5 : 12 }, [
    { look: "line band", symbol: "u", word: say("u") },
    { look: "line", symbol: "uhat", word: say("uhat") },
    { look: "goal", symbol: "uhat", word: say("best") },
    { look: "share strong", symbol: "coef", word: say("share"), as: "area" },
  ]);
  return (direct: boolean, lit: boolean) => lay((k) => k < 2 || (k === 2 ? direct : lit));
}

function text(pen: Pen, x: number, y: number, anchor: Anchor) {
  const t = write(pen, x, y, "start", "", "tick halo");
  return t.attr("text-anchor", anchor);
}
