import { below, scaleEnd, ticks } from "../../draw/axis.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import { brush, curve, letter, p, plate, write, type Pen } from "../../draw/picture.ts";
import { inForce, parts } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { lagScale, lagsOf, padRule, type Now } from "./scales.ts";

type Say = (phrase: Phrase) => string;
type Which = 0 | 1 | 2;
const symbols = ["W1", "W2", "K"] as const;

/** The three kernels: two to draw and the merged one, with what the present step really uses. */
export function pads(pen: Pen, layout: Layout, say: Say): (now: Now) => void {
  const all = ([0, 1, 2] as const).map((which) => padOf(pen, layout, which, say));
  return (now) => all.forEach((draw) => draw(now));
}

function padOf(pen: Pen, layout: Layout, which: Which, say: Say) {
  const at = layout.pads[which];
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbols[which]);
  const path = brush(g);
  plate(g, "fuse-pad", at);
  const axis = path("axis");
  const others = path("fuse-other");
  const lines = path("stem fuse-weight");
  const dots = path("dots fuse-weight");
  const [used, best] = [path("fuse-used"), path("fuse-best")];
  const beyond = offScale(g, say("beyond"), layout.type);
  const name = write(
    g,
    at.left + (layout.narrow ? 33 : 32),
    at.top - 7,
    "start",
    "",
    "tick tinted",
  );
  letter(g, symbols[which], at.left, at.top - 6);
  const top = write(g, at.left - 4, at.top + 10, "end");
  const foot = write(g, at.left - 4, at.bottom, "end");
  const lags = ticks(g);
  return (now: Now) => {
    const { result: r, values: v, withheld } = now;
    const hidden = which === 2 && withheld?.has("picture") === true;
    const count = lagsOf(which, v);
    const x = lagScale(at, count);
    const { low, high, y } = padRule(at, which, now);
    const W = [r.W1, r.W2, r.merged][which]!;
    const drawn = cutStems(at, W, x, y, 0, Math.min(W.length, count) - 1);
    const small = x(1) - x(0) < 8;
    for (const part of [lines, dots]) part.classed("small", small);
    lines.attr("d", hidden ? "" : drawn.lines);
    dots.attr("d", hidden ? "" : drawn.dots);
    beyond(hidden ? "" : drawn.off, { x: at.right, y: at.bottom + 28 });
    axis.attr("d", `M${at.left} ${p(y(0))}H${at.right}`);
    const words = ["kernelFirst", "kernelSecond", "kernelMerged"] as const;
    const rest = which > 0 && v.second === "selective" && v.follow > 0;
    name.text(hidden ? "?" : say(rest && which === 1 ? "kernelRest" : words[which]));
    top.text(hidden ? "" : scaleEnd(high));
    foot.text(hidden ? "" : scaleEnd(low));
    lags([
      below(at, x(0), layout.narrow ? 0 : `${say("lag")} 0`, layout.narrow ? "middle" : "start"),
      below(at, x(count - 1), W.length > count ? `${count - 1} …` : count - 1, "end"),
    ]);
    if (which < 2) return;
    const apart = parts(r) && !hidden;
    used.attr("d", apart ? rings(inForce(r, v, Math.floor(now.t), count), count, x, y, at) : "");
    best.attr("d", apart ? squares(r.best, count, x, y, at) : "");
    others.attr("d", apart ? otherSteps(now, count, x, y) : "");
  };
}

type Scale = (value: number) => number;
type Edges = { readonly top: number; readonly bottom: number };

const marks =
  (mark: string) =>
  (v: Float64Array, count: number, x: Scale, y: Scale, { top, bottom }: Edges): string => {
    let d = "";
    for (let i = 0; i < Math.min(v.length, count); i++) {
      const at = y(v[i]!);
      if (at >= top && at <= bottom) d += `M${p(x(i))} ${p(at)}${mark}`;
    }
    return d;
  };
const rings = marks("m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0");
const squares = marks("m-2.6 -2.6h5.2v5.2h-5.2z");

/** The kernels of three other steps, thin: were they one, there would be one line. */
function otherSteps({ result: r, values: v }: Now, count: number, x: Scale, y: Scale): string {
  return [0.35, 0.6, 0.9]
    .map((share) => {
      const K = inForce(r, v, Math.floor(share * (r.u.length - 1)), count);
      return curve(K, x, y, 0, Math.min(K.length, count) - 1);
    })
    .join("");
}
