import { area } from "../../draw/area.ts";
import { below, beside, ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, p, spot, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { heardOf, shows, stepOf, turnOf, unwound } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Beyond this a symbol is taken for its neighbour, noise apart. */
const SAFE = 45;
const TURN = 90;

/** The ends of the axis: the channel's angle with room for the estimates, whole quarters of a turn. */
function ends(angles: Float64Array): readonly [low: number, high: number] {
  const [low, high] = [Math.min(...angles) - SAFE - 15, Math.max(...angles) + SAFE + 15];
  return [TURN * Math.floor(low / TURN), TURN * Math.ceil(high / TURN)];
}

/** Stretches in which an estimate does not pass the far side of the circle: there its line begins anew, half a turn away. */
function whole(r: Run, estimate: Float64Array, from: number, to: number) {
  const parts: [from: number, to: number][] = [[from, from]];
  for (let t = from + 1; t <= to; t++) {
    const jump = Math.abs(turnOf(r, estimate, t) - turnOf(r, estimate, t - 1));
    if (jump > 180) parts.push([t, t]);
    else parts.at(-1)![1] = t;
  }
  return parts;
}

/** The frame of the plot at a moment: its scales and the channel's angle. */
interface Frame {
  readonly x: (step: number) => number;
  readonly y: (angle: number) => number;
  readonly angles: Float64Array;
  readonly at: number;
}

/** What is believed of the channel, past and to come; returns the marks of what leaves the plot. */
function belief(pen: Pen, b: Box, look: string, symbol?: "hhat") {
  const [later, past] = [stroke(pen, `${look} later`, symbol), stroke(pen, look, symbol)];
  return (r: Run, { x, y, angles, at }: Frame, estimate: Float64Array | undefined): string => {
    let off = "";
    const draw = (path: typeof past, from: number, to: number) => {
      let d = "";
      for (const [first, last] of estimate ? whole(r, estimate, from, to) : []) {
        const drawn = cut(b, x, (i) => y(angles[i]! + turnOf(r, estimate!, i)), first, last);
        d += drawn.d;
        off += drawn.off;
      }
      path.attr("d", d);
    };
    draw(later, at, angles.length - 1);
    draw(past, 1, at);
    return off;
  };
}

/** The channel's angle with the band of 45° about it, and where the pilots are. */
function channel(pen: Pen, b: Box) {
  const band = stroke(pen, "signals-safe");
  stroke(pen, "axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  const marks = stroke(pen, "signals-pilot");
  const [later, past] = [stroke(pen, "wall later"), stroke(pen, "wall")];
  return (r: Run, { x, y, angles, at }: Frame) => {
    const edge = (aside: number) => (i: number) =>
      Math.max(b.top, Math.min(b.bottom, y(angles[i]! + aside)));
    band.attr("d", area(x, edge(SAFE), edge(-SAFE), 0, angles.length - 1));
    const mark = (is: number, i: number) => (is ? `M${p(x(i))} ${b.bottom}l3 7h-6z` : "");
    marks.attr("d", Array.from(r.link.pilot, mark).join(""));
    later.attr("d", curve(angles, x, y, at));
    past.attr("d", curve(angles, x, y, 0, at));
  };
}

/** Numbers beside the plot and, beneath the pilots' marks, under it. */
function scale(pen: Pen, b: Box) {
  const numbers = ticks(pen);
  const most = b.height > 100 ? 5 : 3;
  return ({ x, y, angles }: Frame, [low, high]: readonly [number, number]) => {
    const rungs: Tick[] = [];
    const step = TURN * Math.ceil((high - low) / TURN / most);
    for (let v = low; v <= high; v += step) {
      const aside = v === low ? -4 : v + step > high ? 6 : 0;
      rungs.push(beside(b, y(v) + aside, String(v).replace("-", "−")));
    }
    const last = angles.length - 1;
    const under = [below(b, x(0), 0, "start"), below(b, x(last), last, "end")];
    numbers([...rungs, ...under.map((tick) => ({ ...tick, y: tick.y + 5 }))]);
  };
}

/** The channel's angle over the symbols, the band in which decisions are right but for noise, and what is believed of it. */
export function phase(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const b = layout.phase;
  write(pen, b.left, b.top - 8, "start", say("phase"), "tick strong");
  const drawChannel = channel(pen, b);
  const cursor = stroke(pen, "cursor");
  const drawKalman = belief(pen, b, "line thin", "hhat");
  const drawS6 = belief(pen, b, "signals-s6");
  const now = spot(pen, "hhat", 4.5);
  const beyond = stroke(pen, "off-scale");
  const drawScale = scale(pen, b);
  const { left, right, y: keyed } = layout.keys[1];
  const show = key(pen, { left, right, y: keyed, size: layout.type, line: 18 }, [
    { look: "wall", word: say("truth") },
    { look: "signals-safe", word: say("safe"), as: "area" },
    { look: "line thin", symbol: "hhat", word: say("pilots") },
    { look: "signals-s6", word: say("s6") },
    { look: "signals-pilot", word: say("pilotMark"), as: "M9 -4l3 7h-6z" },
    { look: "off-scale", word: say("beyond"), as: "M5 3l4 -7l4 7z" },
  ]);
  return ({ result: r, values: v, t, held, withheld }: Moment<Setting, Run>) => {
    const angles = unwound(r);
    const range = ends(held ? unwound(held.result) : angles);
    const x = linear(0, angles.length - 1, b.left, b.right);
    const y = linear(...range, b.bottom, b.top);
    const frame = { x, y, angles, at: stepOf(r, t) };
    drawChannel(r, frame);
    drawScale(frame, range);
    cursor.attr("d", `M${p(x(t))} ${b.top}V${b.bottom}`);
    const believed = withheld?.has("turnS6") ? undefined : heardOf(r)?.believed;
    const estimate = shows(v, "pilots") ? r.before : undefined;
    const off = drawKalman(r, frame, estimate) + drawS6(r, frame, believed);
    beyond.attr("d", off);
    const drawn = [true, true, estimate, believed, true, off];
    show((k) => Boolean(drawn[k]));
    const { at } = frame;
    const spotted = y(angles[at]! + turnOf(r, r.before, at));
    const seen = estimate && at > 0 && spotted >= b.top && spotted <= b.bottom;
    now
      .attr("cx", p(x(at)))
      .attr("cy", p(spotted))
      .attr("display", seen ? null : "none");
  };
}
