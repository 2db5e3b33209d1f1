import { type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { curveRow, timeScale, trustRow, walkRow } from "./rows.ts";

/** The four rows over one time axis, the stretch behind them, and what is still to come under a veil. */
export function plots(pen: Pen, layout: Layout, stage: Stage<Setting, Phrase>) {
  const { walk } = layout;
  const [top, foot] = [walk.top - 4, layout.delta.bottom + 2];
  const beyond = stage.say("beyond");
  const stretch = pen.append("rect").attr("class", "stretch");
  const drawWalk = walkRow(pen.append("g"), layout, beyond);
  const drawTrust = trustRow(pen.append("g"), layout);
  const [gain, delta] = [pen.append("g"), pen.append("g")];
  const veil = pen.append("rect").attr("class", "veil");
  for (const rect of [stretch, veil]) rect.attr("y", top).attr("height", foot - top);
  const cursor = stroke(pen, "cursor");
  const now = pen.append("circle").attr("class", "now").attr("data-symbol", "hhat").attr("r", 5);
  const drawGain = curveRow(gain, pen, layout.gain, "gain", beyond);
  const drawDelta = curveRow(delta, pen, layout.delta, "Delta", beyond);
  const legend = names(pen.append("g"), walk.right, walk.top + 9, stage);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const x = timeScale(layout, r);
    const y = drawWalk(moment, x);
    const gate = r.gate.delta.map((delta) => -Math.expm1(-delta));
    drawTrust(r, v, x);
    drawGain(moment, gate, x);
    drawDelta(moment, undefined, x);
    const [from, to] = r.stretch;
    stretch
      .attr("x", tenth(x(from - 0.5)))
      .attr("width", tenth(x(to) - x(from)))
      .attr("display", to > from && v.times !== 1 ? null : "none");
    const px = tenth(x(t));
    veil
      .attr("x", px + 0.5)
      .attr("width", tenth(Math.max(0, walk.right + 6 - px)))
      .attr("opacity", v.future ? 0.72 : 1);
    cursor.attr("d", `M${px} ${walk.top}V${foot}`);
    const at = Math.min(r.y.length - 1, Math.floor(t));
    const high = y(r.gate.mean[at]!);
    now
      .attr("cx", tenth(x(at)))
      .attr("cy", tenth(high))
      .attr("display", high < walk.top || high > walk.bottom ? "none" : null);
    legend(v.fixed);
  };
}

/** Names of the lines, where two estimates are shown. */
function names(pen: Pen, right: number, top: number, { say }: Stage<Setting, Phrase>) {
  const lines = [
    ["truth", "wall", "h"],
    ["gate", "line", "hhat"],
    ["never", "line thin dashed", "D"],
  ] as const;
  const groups = lines.map(([word, look, symbol], k) => {
    const g = pen.append("g").attr("transform", `translate(${right},${top + 15 * k})`);
    stroke(g, look, symbol).attr("d", "M-20 0H0");
    write(g, -26, 4, "end", say(word), "tick halo");
    return g;
  });
  return (fixed: boolean) => groups[2]!.attr("display", fixed ? null : "none");
}
