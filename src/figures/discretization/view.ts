import { cut, offScale } from "../../draw/cut.ts";
import { type Box, box, grown } from "../../draw/box.ts";
import { calm } from "../../draw/axis.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import {
  curve,
  letter,
  linear,
  type Pen,
  picture,
  reach,
  type Root,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { FINE, gap, LEAST, MOST, type Run } from "./compute.ts";
import { errorPlot } from "./errorPlot.ts";
import { inputAt, T, TICKS } from "./input.ts";
import { marked, ruleKey } from "../../draw/ruleMarks.ts";
import { ruleNames } from "../../numerics/discretize.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const layouts = {
  wide: {
    width: 680,
    height: 384,
    input: box({ left: 44, right: 424, top: 24, height: 96 }),
    state: box({ left: 44, right: 424, top: 184, height: 152 }),
    errors: box({ left: 490, right: 668, top: 40, height: 268 }),
  },
  compact: {
    width: 360,
    height: 386,
    input: box({ left: 40, right: 348, top: 18, height: 54 }),
    state: box({ left: 40, right: 348, top: 118, height: 80 }),
    errors: box({ left: 52, right: 348, top: 242, height: 86 }),
  },
} as const;

const fine = Float64Array.from({ length: FINE + 1 }, (_, i) => (i / FINE) * T);

/** Left, the input with its staircase and the state: exact and in steps. Right, error against Δ. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, compact } = stage;
  const layout = compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawInput = inputPlot(mute, svg, layout.input, say, (dt) => stage.set({ dt }));
  const drawState = statePlot(mute, layout.state, say("h"), say("beyond"));
  const words = {
    error: say("error"),
    size: say("size"),
    drag: say("dragSize"),
    rounding: say("rounding"),
  };
  const drawErrors = errorPlot(mute, svg, layout.errors, words, (dt) => stage.set({ dt }));
  const drawKey = ruleKey(mute, { left: 44, width: layout.width - 60, y: layout.height - 8 }, say);
  return {
    draw({ result: run, values: v, t, ghost, held, withheld }) {
      const now = Math.min(T, t / TICKS);
      drawInput(run, v, now);
      drawState(run, v, now, ghost?.result, held?.result ?? run);
      drawKey(v.rule);
      drawErrors(run, v, gap(run.steps[v.rule].h, run.exactAt), withheld?.has("picture") === true);
    },
    destroy: () => svg.remove(),
  };
}

/** Axis, seconds below, a name above. */
function axes(pen: Pen, { left, right, top, height }: Box, zero: number, seconds: boolean) {
  stroke(pen, "axis").attr("d", `M${left} ${zero}H${right}`);
  if (seconds)
    for (const t of [0, 2, 4, 6, 8]) {
      const at = left + (t / T) * (right - left);
      write(pen, at, top + height + 16, "middle", t === 8 ? "8 s" : String(t));
    }
}

function inputPlot(
  pen: Pen,
  svg: Root,
  box: Box,
  say: (word: Phrase) => string,
  set: (dt: number) => void,
) {
  const { left, right, top, height } = box;
  const x = linear(0, T, left, right);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "u");
  letter(g, "u", 6, top + height / 2 + 6);
  write(g, left, top - 8, "start", say("u"));
  const axis = stroke(g, "axis");
  const share = stroke(g, "share");
  const stair = stroke(g, "line");
  const smooth = stroke(g, "line thin smooth");
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "Delta");
  stroke(grip, "wire").attr("d", `M0 0V-${height + 4}`);
  grip.append("circle").attr("class", "hit").attr("r", 15);
  grip.append("circle").attr("class", "handle").attr("r", 7);
  write(grip, 12, 5, "start", "", "tick halo");
  let now = LEAST;
  const keep = (dt: number) => +Math.min(MOST, Math.max(LEAST, dt)).toPrecision(3);
  graspable(grip, {
    label: say("dragStep"),
    move: (px) => set(keep(((px - left) / (right - left)) * T)),
    nudge: (dx, dy) => set(keep(now * 1.05 ** (dx + dy))),
  });
  return ({ u }: Run, v: Setting, until: number) => {
    now = v.dt;
    const values = Float64Array.from(fine, (t) => inputAt(v.input, t));
    const low = values.some((s) => s < -1e-9) ? -1.08 : -0.06;
    const y = linear(low, 1.08, top + height, top);
    axis.attr("d", `M${left} ${y(0)}H${right}`);
    smooth.attr(
      "d",
      curve(values, (i) => x(fine[i]!), y),
    );
    let d = "";
    u.forEach((s, k) => {
      const end = Math.min((k + 1) * v.dt, until);
      if (k * v.dt < end)
        d += `${k ? "L" : "M"}${x(k * v.dt).toFixed(1)} ${y(s).toFixed(1)}H${x(end).toFixed(1)}`;
    });
    stair.attr("d", d);
    share.attr("d", d && `${d}V${y(0)}H${left}z`);
    grip.attr("transform", `translate(${x(v.dt)},${top + height + 14})`);
    grip.select("text").text(`Δ = ${format(v.dt)} s`);
    tellValue(grip, `${format(v.dt)} s`, v.dt, LEAST, MOST);
  };
}

/** The ends of the axis: below zero as far as above where anything is there. */
function extent({ exact, steps }: Run, { rule }: Setting): [low: number, size: number] {
  const size = calm(Math.min(1e12, reach(1e-3, exact) * 1.15));
  const below = [exact, steps[rule].h].some((s) => s.some((a) => a < -0.02 * size));
  return [below ? -size : -0.06 * size, size];
}

function statePlot(pen: Pen, box: Box, name: string, beyond: string) {
  const { left, right, top, height } = box;
  const x = linear(0, T, left, right);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "h");
  letter(g, "h", 6, top + height / 2 + 6);
  write(g, left, top - 6, "start", name);
  const axis = g.append("g");
  const most = write(g, left - 5, top + 10, "end");
  const ghostLine = stroke(g, "line ghost");
  const exact = stroke(g, "goal");
  const others = ruleNames.map((rule) => ({ rule, dots: stroke(g, "mark") }));
  const line = stroke(g, "mode mine");
  const dots = stroke(g, "mark mine");
  const drawBeyond = offScale(g, beyond);
  return (
    { exact: truth, steps }: Run,
    v: Setting,
    until: number,
    ghost: Run | undefined,
    of: Run,
  ) => {
    const seen = (h: Float64Array) => h.subarray(0, Math.floor(until / v.dt + 1e-9) + 1);
    const [low, size] = extent(of, v);
    const y = linear(low, size, top + height, top);
    axis.selectAll("*").remove();
    axes(axis, box, y(0), true);
    most.text(format(size));
    const inside = (h: Float64Array, dt: number) => {
      const places: [number, number][] = [];
      seen(h).forEach((a, k) => {
        if (a <= size * 1.04 && a >= low - 0.04 * size) places.push([x(k * dt), y(a)]);
      });
      return places;
    };
    exact.attr(
      "d",
      curve(truth, (i) => x(fine[i]!), y, 0, Math.floor((until / T) * FINE + 1e-9)),
    );
    ghostLine.attr("d", ghost ? curve(ghost.exact, (i) => x(fine[i]!), y) : "");
    const dense = v.dt < 0.08;
    for (const other of others)
      other.dots.attr(
        "d",
        dense || other.rule === v.rule ? "" : marked(other.rule, inside(steps[other.rule].h, v.dt)),
      );
    const mine = seen(steps[v.rule].h);
    const inFrame = cut(
      grown(box, 0, 3),
      (k) => x(k * v.dt),
      (k) => y(mine[k]!),
      0,
      mine.length - 1,
    );
    line.attr("d", inFrame.d);
    drawBeyond(inFrame.off, { x: right, y: top - 6 });
    dots.attr("d", dense ? "" : marked(v.rule, inside(mine, v.dt)));
  };
}
