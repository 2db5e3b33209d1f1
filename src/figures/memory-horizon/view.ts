import { clipped } from "../../draw/framed.ts";
import { type Box, box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { curve, linear, type Pen, picture, type Root, stroke, write } from "../../draw/picture.ts";
import { timeHands } from "../../draw/timeHands.ts";
import { bottom, timeRows, timeScales, type Frame } from "../../draw/timeRows.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { SHOWN, type Run } from "./compute.ts";
import { kernel, lagScale, zeroLine } from "./kernel.ts";
import { memory } from "./memory.ts";
import { panels } from "./panels.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const layouts = {
  wide: {
    width: 680,
    kernel: box({ left: 62, right: 470, top: 8, height: 168 }),
    share: box({ left: 62, right: 470, top: 190, height: 62 }),
    numbers: box({ left: 524, right: 668, top: 8, height: 116 }),
    missed: box({ left: 524, right: 668, top: 136, height: 116 }),
    frame: { left: 62, right: 668, top: 292, height: 78, gap: 10 },
  },
  compact: {
    width: 360,
    kernel: box({ left: 50, right: 348, top: 6, height: 124 }),
    share: box({ left: 50, right: 348, top: 138, height: 44 }),
    numbers: box({ left: 46, right: 186, top: 212, height: 84 }),
    missed: box({ left: 208, right: 348, top: 212, height: 84 }),
    frame: { left: 50, right: 348, top: 310, height: 58, gap: 8 },
  },
} as const;

/** The kernel against lag with the numbers it comes from; below, the input as it is remembered, and the output. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const frame: Frame = layout.frame;
  const { svg, mute } = picture(stage.host, layout.width, bottom(frame, 2) + 8, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const lagWords = { lags: say("lags"), held: say("held"), off: say("off") };
  const drawKernel = kernel(mute, layout.kernel, layout.share, lagWords);
  const words = { numbers: say("numbers"), halves: say("halves"), missing: say("missing") };
  const drawPanels = panels(mute, layout.numbers, layout.missed, words);
  const drawMemory = memory(mute.append("g"), frame);
  const wanted = stroke(outRow(mute, frame), "goal");
  const drawRows = timeRows(
    mute.append("g"),
    frame,
    [
      { symbol: "u", subscript: "t", as: "bare" },
      { symbol: "y", subscript: "t", as: "line" },
    ],
    say("off"),
  );
  const drawHands = hands(svg, layout.kernel, stage, () => moment!.values);
  const tell = timeHands(svg, {
    frame,
    rows: 2,
    drawLabel: say("draw"),
    scrubLabel: say("y"),
    now: () => ({
      u: moment!.result.u,
      input: moment!.values.input,
      t: moment!.t,
      held: moment!.held?.result.u,
    }),
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      const { result: run, values, t, ghost, held } = next;
      const [now, last] = [Math.floor(t), run.u.length - 1];
      drawHands(values, drawKernel(next));
      drawPanels(next);
      const ghosts = ghost && [ghost.result.u, ghost.result.y];
      const of = held?.result ?? run;
      const data = { series: [run.u, run.y], ghosts, held: [of.u, outOf(of)] };
      const scales = timeScales(frame, data);
      drawRows({ ...data, t, future: values.future, most: scales.most });
      drawMemory(run, t, values.future, scales.x, scales.y[0]!);
      const until = values.future ? last : now;
      wanted.attr("d", curve(run.wanted ?? [], scales.x, scales.y[1]!, 0, until));
      tell(`y = ${fixed(run.y[now]!)}`);
    },
    destroy: () => svg.remove(),
  };
}

/** Within the row of what comes out. */
function outRow(pen: Pen, { left, right, top, height, gap }: Frame): Pen {
  const row = box({ left, right, top: top + height + gap, height });
  return clipped(pen, row, `memory-horizon-out-${row.top}`);
}

/** What comes out, and what was wanted: both have one scale. */
const outOf = ({ y, wanted }: Run) => (wanted ? Float64Array.of(...y, ...wanted) : y);

/** The half-life below the lag axis and the reach of the goal above it, both to take hold of. */
function hands(svg: Root, box: Box, stage: Stage<Setting, Phrase>, values: () => Setting) {
  const x = lagScale(box);
  const lag = linear(box.left, box.right, 0, SHOWN - 1);
  const zero = zeroLine(box);
  const grip = (symbol: string, height: number) => {
    const g = svg.append<SVGGraphicsElement>("g").attr("data-symbol", symbol);
    stroke(g, "wire").attr("d", height > 0 ? `M0 0V${-height}` : "");
    g.append("circle").attr("class", "hit").attr("r", 16);
    g.append("circle").attr("class", "handle").attr("r", 7);
    return g;
  };
  const half = grip("halfLife", 18);
  write(half, 12, 5, "start", "", "tick halo");
  const setHalf = (slow: number) =>
    stage.set({ slow: Math.round(Math.max(1, Math.min(64, slow)) * 10) / 10 });
  graspable(half, {
    label: stage.say("dragHalf"),
    move: (px) => setHalf(lag(px)),
    nudge: (dx, dy) => setHalf(values().slow + (dx + dy) * 0.5),
  });
  const reach = grip("K", 0);
  const setReach = (d: number) => stage.set({ d: Math.round(Math.max(1, Math.min(48, d))) });
  graspable(reach, {
    label: stage.say("dragGoal"),
    move: (px) => setReach(lag(px)),
    nudge: (dx, dy) => setReach(values().d + dx + dy),
  });
  return (v: Setting, edge: number) => {
    const far = v.slow > SHOWN * 0.7;
    half.attr("transform", `translate(${x(Math.min(v.slow, SHOWN - 1))},${zero + 22})`);
    half
      .select("text")
      .attr("x", far ? -12 : 12)
      .attr("text-anchor", far ? "end" : "start")
      .text(`t½ = ${format(v.slow)}`);
    tellValue(half, format(v.slow), v.slow, 1, 64);
    const at = v.goal === "box" ? v.d - 0.5 : v.d;
    reach
      .attr("display", v.goal === "alike" ? "none" : null)
      .attr("transform", `translate(${x(at)},${edge})`);
    tellValue(reach, String(v.d), v.d, 1, 48);
  };
}
