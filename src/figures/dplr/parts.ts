import type { Box } from "../../draw/box.ts";
import { calm } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { heatMap } from "../../draw/heatMap.ts";
import {
  brush,
  curve,
  letter,
  linear,
  type Pen,
  plate,
  reach,
  type Root,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { letterOf } from "../../notation.ts";
import { LAGS, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** A(κ) = A⁽ᴺ⁾ + κ B K as heat maps on one scale, κ to take hold of, and the kernels of both ends and of the present κ. */
export function parts(
  pen: Pen,
  svg: Root,
  layout: Layout,
  say: (word: Phrase) => string,
  set: (kappa: number) => void,
) {
  const { side, top, left } = layout.maps;
  const ids = ["A", "Anormal", "Plow"] as const;
  const maps = left.map((x, k) => {
    const g = pen.append("g").attr("data-symbol", ids[k]!);
    return heatMap(g, { left: x, top, width: side, height: side });
  });
  const names = [letterOf("A"), letterOf("Anormal"), "κ·B·K"].map((text, k) => {
    const name = letter(pen, ids[k]!, left[k]!, top - 9);
    name.text(text);
    const [x, y] = side < 150 ? [left[k]!, top + side + 16] : [left[k]! + side, top - 9];
    const word = write(pen, x, y, side < 150 ? "start" : "end");
    return { name, word };
  });
  names[1]!.word.text(say("normalPart"));
  names[2]!.word.text(say("lowPart"));
  [say("same"), say("plus")].forEach((text, k) => {
    const x = (left[k]! + side + left[k + 1]!) / 2;
    write(pen, x, top + side / 2 + 6, "middle", text, "tick sign");
  });
  const hold = kappaGrip(svg, layout, say("dragKappa"), set);
  const drawKernels = kernels(pen, layout.kernels, say);
  return ({ result: r, values: v, ghost, held }: Moment<Setting, Run>) => {
    const look = { most: 2 * r.N - 1 };
    [r.A, r.normal, r.low].forEach((m, k) => maps[k]!(m, look));
    names[0]!.word.text(`${r.N} × ${r.N}`);
    hold(v.kappa);
    drawKernels(r.K, (held?.result ?? r).K, v.kappa, ghost?.result.K[1]);
  };
}

/** κ on a track under the part that it scales. */
function kappaGrip(
  svg: Root,
  { track: { left, right, y } }: Layout,
  label: string,
  set: (kappa: number) => void,
) {
  const x = linear(0, 1, left, right);
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "Plow");
  const at = brush(grip);
  plate(grip, "hit", { left: left - 12, top: y - 14, width: right - left + 24, height: 28 });
  at("rail").attr("d", `M${left} ${y}H${right}`);
  const filled = at("wire");
  const knob = grip.append("circle").attr("class", "handle").attr("r", 7).attr("cy", y);
  const text = grip
    .append("text")
    .attr("class", "tick halo strong")
    .attr("text-anchor", "middle")
    .attr("y", y + 22);
  let held = 1;
  const keep = (kappa: number) => set(+Math.max(0, Math.min(1, kappa)).toFixed(2));
  graspable(grip, {
    label,
    move: (px) => keep((px - left) / (right - left)),
    nudge: (dx, dy) => keep(held + (dx + dy) / 100),
  });
  return (kappa: number) => {
    held = kappa;
    filled.attr("d", `M${left} ${y}H${x(kappa).toFixed(1)}`);
    knob.attr("cx", x(kappa).toFixed(1));
    text.attr("x", Math.min(right - 22, Math.max(left + 22, x(kappa))).toFixed(1));
    text.text(`κ = ${fixed(kappa)}`);
    tellValue(grip, `κ = ${fixed(kappa)}`, kappa, 0, 1);
  };
}

function kernels(pen: Pen, box: Box, say: (word: Phrase) => string) {
  const { left, right, top, height } = box;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = brush(g);
  const axis = path("axis");
  letter(g, "K", 4, top + height / 2 + 6);
  const scale = write(g, left - 5, top + 10, "end");
  const x = linear(0, LAGS - 1, left, right);
  for (const lag of [0, 100, 200, 300]) write(g, x(lag), box.bottom + 17, "middle", lag);
  write(g, right, box.bottom + 34, "end", say("lags"));
  const { inside, beyond } = framed(g, box, "dplr", say("beyond"));
  const ghost = stroke(inside, "line ghost");
  const none = stroke(inside, "line zero").attr("data-symbol", "Anormal");
  const now = stroke(inside, "line");
  const all = stroke(inside, "goal");
  const compact = right - left < 400;
  const step = compact ? 100 : 150;
  const key = (k: number, name: string, word: Phrase) => {
    const at = left + (compact ? [-36, 84, 168][k]! : k * step);
    const y = top - (compact ? 12 : 10);
    const line = stroke(g, name).attr("d", `M${at} ${y - 4}h20`);
    write(g, at + 25, y, "start", say(word));
    return line;
  };
  key(0, "goal", "all");
  key(1, "line zero", "none").attr("data-symbol", "Anormal");
  key(2, "line", "now");
  return (K: Run["K"], scaled: Run["K"], kappa: number, pinned: Float64Array | undefined) => {
    const most = calm(reach(1e-9, ...scaled));
    const y = linear(-most, most, box.bottom, top);
    axis.attr("d", `M${left} ${y(0)}H${right}`);
    scale.text(String(+most.toPrecision(3)));
    ghost.attr("d", pinned ? curve(pinned, x, y) : "");
    beyond(K, x, y);
    none.attr("d", curve(K[0], x, y));
    now.attr("d", curve(K[1], x, y));
    all.attr("d", kappa === 1 ? "" : curve(K[2], x, y));
  };
}
