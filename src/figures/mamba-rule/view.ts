import { knob } from "../../draw/scrub.ts";
import { type Box, box } from "../../draw/box.ts";
import { calm } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import {
  type Anchor,
  curve,
  letter,
  linear,
  type Pen,
  picture,
  plate,
  reach,
  type Root,
  stems,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { L, LEAST, MOST, ratioAt, START, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const layouts = {
  wide: {
    width: 680,
    height: 330,
    ratio: box({ left: 44, right: 330, top: 26, height: 250 }),
    output: box({ left: 396, right: 668, top: 26, height: 170 }),
    delta: box({ left: 396, right: 668, top: 230, height: 46 }),
  },
  compact: {
    width: 360,
    height: 384,
    ratio: box({ left: 40, right: 348, top: 22, height: 128 }),
    output: box({ left: 40, right: 348, top: 210, height: 90 }),
    delta: box({ left: 40, right: 348, top: 330, height: 32 }),
  },
} as const;

const [FROM, TO] = [1e-3, 40];

/** Left, the ratio of the exact B̄ to ΔB with the channel's states on it. Right, what comes out under both rules. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, compact } = stage;
  const layout = compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawRatio = ratioPlot(mute, svg, layout.ratio, stage);
  const drawOutput = outputs(mute, layout.output, say("output"), say("off"));
  const drawDelta = deltas(mute, layout.delta, say("delta"), say("off"));
  return {
    draw({ result: run, values, ghost, held }) {
      const scale = held?.result ?? run;
      drawRatio(run, values);
      drawOutput(run, scale, ghost?.result);
      drawDelta(run, scale);
    },
    destroy: () => svg.remove(),
  };
}

const word = (pen: Pen, x: number, y: number, text: string, anchor: Anchor = "start") =>
  write(pen, x, y, anchor, text, "tick halo");

function ratioPlot(
  pen: Pen,
  svg: Root,
  { left, right, top, height }: Box,
  stage: Stage<Setting, Phrase>,
) {
  const x = (at: number) => left + (Math.log(at / FROM) / Math.log(TO / FROM)) * (right - left);
  const y = linear(0, 1, top + height, top);
  const g = pen.append("g").attr("data-symbol", "Bbar");
  const band = [Math.max(left, x(START[0])), x(START[1])] as const;
  plate(g, "share", { left: band[0], top: top, width: band[1] - band[0], height: height });
  word(g, (band[0] + band[1]) / 2, top + height - 10, stage.say("start"), "middle");
  for (const r of [0, 0.5, 1]) {
    stroke(g, "axis").attr("d", `M${left} ${y(r)}H${right}`);
    write(g, left - 6, y(r) + 4, "end", r);
  }
  for (const at of [0.001, 0.01, 0.1, 1, 10]) write(g, x(at), top + height + 17, "middle", at);
  word(g, left - 30, top - 10, stage.say("ratio"));
  word(g, right, top + height + 36, stage.say("x"), "end");
  const fine = Float64Array.from({ length: 121 }, (_, i) => FROM * (TO / FROM) ** (i / 120));
  stroke(g, "line thin").attr(
    "d",
    curve(fine.map(ratioAt), (i) => x(fine[i]!), y),
  );
  const dots = stroke(g, "dots");
  const grip = knob(svg, "Delta", 7, 18);
  grip.append("text").attr("class", "tick halo").attr("y", 24).attr("text-anchor", "middle");
  let now = LEAST;
  const keep = (dt: number) => +Math.min(MOST, Math.max(LEAST, dt)).toPrecision(3);
  graspable(grip, {
    label: stage.say("drag"),
    move: (px) => stage.set({ dt: keep(FROM * (TO / FROM) ** ((px - left) / (right - left))) }),
    nudge: (dx, dy) => stage.set({ dt: keep(now * 1.05 ** (dx + dy)) }),
  });
  return (run: Run, { dt }: Setting) => {
    now = dt;
    let d = "";
    run.x.forEach((at, n) => (d += `M${x(at).toFixed(1)} ${y(run.ratio[n]!).toFixed(1)}h0`));
    dots.attr("d", d);
    grip.attr("transform", `translate(${x(run.x[0]!)},${y(run.ratio[0]!)})`);
    grip.select("text").text(`Δ = ${format(dt)}`);
    tellValue(grip, `Δ = ${format(dt)}, ${format(run.ratio[0]!)}`, dt, LEAST, MOST);
  };
}

function outputs(pen: Pen, at: Box, name: string, off: string) {
  const { left, right, top, height } = at;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "y");
  letter(g, "y", left - 34, top + height / 2 + 6);
  word(g, left, top - 10, name);
  const axis = stroke(g, "axis");
  const most = write(g, left - 5, top + 11, "end");
  const { inside, beyond } = framed(g, at, "mamba-rule", off);
  const lines = stroke(inside, "stem");
  const dots = stroke(inside, "dots");
  const ghostLine = stroke(inside, "line ghost");
  const exact = stroke(inside, "goal");
  const x = linear(0, L - 1, left + 3, right);
  return ({ y: mine, yExact }: Run, scale: Run, ghost: Run | undefined) => {
    const size = calm(reach(1e-9, scale.y, scale.yExact));
    const low = [scale.y, scale.yExact].some((v) => v.some((a) => a < 0)) ? -size : 0;
    const y = linear(low, size, top + height, top);
    axis.attr("d", `M${left} ${y(0)}H${right}`);
    most.text(format(size));
    const drawn = stems(mine, x, y);
    lines.attr("d", drawn.lines);
    dots.attr("d", drawn.dots);
    ghostLine.attr("d", ghost ? curve(ghost.y, x, y) : "");
    exact.attr("d", curve(yExact, x, y));
    beyond([mine, yExact], x, y);
  };
}

function deltas(pen: Pen, at: Box, name: string, off: string) {
  const { left, right, top, height } = at;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "Delta");
  letter(g, "Delta", left - 34, top + height - 4);
  word(g, left, top - 8, name);
  const most = write(g, left - 5, top + 11, "end");
  stroke(g, "axis").attr("d", `M${left} ${top + height}H${right}`);
  const { inside, beyond } = framed(g, at, "mamba-rule", off);
  const lines = stroke(inside, "stem");
  const x = linear(0, L - 1, left + 3, right);
  return ({ delta }: Run, scale: Run) => {
    const size = calm(reach(1e-9, scale.delta) * 0.999);
    const y = linear(0, size, top + height, top);
    most.text(format(size));
    lines.attr("d", stems(delta, x, y).lines);
    beyond([delta], x, y);
  };
}
