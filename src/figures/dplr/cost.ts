import { rung } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format, raised } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { lengths, methods, POWERS, timeOf, type Method } from "./race.ts";
import { operationsOf } from "./readouts.ts";

/** Each way has its colour, its line and its mark. */
const looks = {
  dense: { symbol: "A", dash: "none", shape: square },
  cauchy: { symbol: "Plow", dash: "9 4", shape: disc },
  diagonal: { symbol: "K", dash: "2 4", shape: triangle },
} as const;

/** What a kernel costs against its length, both on logarithmic axes: as counted, and as measured. */
export function cost(
  pen: Pen,
  svg: Root,
  layout: Layout,
  say: (word: Phrase) => string,
  set: (power: number) => void,
) {
  const counted = plot(pen, layout.operations, [2, 9], say("operationsName"), say("lengthName"));
  const measured = plot(pen, layout.times, [-3, 4], say("timeName"), say("lengthName"));
  const { times: box } = layout;
  const empty = write(pen, box.cx, box.cy, "middle");
  empty.text(say("notYet"));
  methods.forEach((method, k) => {
    const { symbol, dash, shape } = looks[method];
    const at = layout.keys.left + k * layout.keys.step;
    const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
    const d = `M${at} ${layout.keys.y - 4}h26`;
    stroke(g, "line").attr("stroke-dasharray", dash).attr("d", d);
    stroke(g, "spot").attr("d", shape(at + 13, layout.keys.y - 4));
    write(g, at + 33, layout.keys.y, "start", say(method));
  });
  const hold = lengthGrip(svg, layout, say("dragL"), set);
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    counted((method) => lengths.map((L) => operationsOf(method, v, L)));
    measured((method) => lengths.map((L) => timeOf(r.times, method, L)));
    empty.attr("display", r.times?.length ? "none" : null);
    hold(v);
  };
}

const across = (box: Box) => linear(POWERS[0], POWERS[1], box.left + 8, box.right - 8);

/** Axes of a plot, its ends as powers of ten, and three curves. */
function plot(
  pen: Pen,
  box: Box,
  [low, high]: readonly [number, number],
  name: string,
  lengthName: string,
) {
  const { left, right, top } = box;
  const g = pen.append("g");
  const x = across(box);
  const y = linear(low, high, box.bottom, top);
  for (let power = low; power <= high; power++) rung(g, box, y(power), powerOf(10, power));
  for (const power of right - left < 200 ? [6, 11, 16] : [6, 8, 10, 12, 14, 16])
    write(g, x(power), box.bottom + 17, "middle", powerOf(2, power));
  write(g, left - 38, top - 14, "start", name);
  write(g, right, box.bottom + 35, "end", lengthName);
  const lines = methods.map((method) => {
    const { symbol, dash, shape } = looks[method];
    const part = g.append("g").attr("class", "plot").attr("data-symbol", symbol);
    const line = stroke(part, "line").attr("stroke-dasharray", dash);
    return { method, shape, line, spots: stroke(part, "spot") };
  });
  return (values: (method: Method) => readonly number[]) => {
    for (const { method, shape, line, spots } of lines) {
      let [path, marks] = ["", ""];
      values(method).forEach((value, k) => {
        if (Number.isNaN(value)) return;
        const px = x(POWERS[0] + k);
        const py = y(Math.max(low, Math.min(high, Math.log10(value))));
        path += `${path ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`;
        marks += shape(px, py);
      });
      line.attr("d", path);
      spots.attr("d", marks);
    }
  };
}

/** The length looked at: one line through both plots. */
function lengthGrip(svg: Root, layout: Layout, label: string, set: (power: number) => void) {
  const boxes = [layout.operations, layout.times];
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "L");
  const { top, height } = layout.operations;
  const hits = boxes.map(() =>
    grip
      .append("rect")
      .attr("class", "hit")
      .attr("width", 28)
      .attr("y", top - 12)
      .attr("height", height + 12),
  );
  const line = stroke(grip, "cursor");
  const knobs = boxes.map(() =>
    grip.append("circle").attr("class", "handle").attr("r", 6).attr("cy", top),
  );
  let held = 16;
  const keep = (power: number) => set(Math.max(POWERS[0], Math.min(POWERS[1], Math.round(power))));
  graspable(grip, {
    label,
    move: (px) => {
      const box = px < (boxes[0]!.right + boxes[1]!.left) / 2 ? boxes[0]! : boxes[1]!;
      const inner = box.width - 16;
      keep(POWERS[0] + ((px - box.left - 8) / inner) * (POWERS[1] - POWERS[0]));
    },
    nudge: (dx, dy) => keep(held + dx + dy),
  });
  return (v: Setting) => {
    held = v.power;
    const places = boxes.map((box) => across(box)(v.power));
    hits.forEach((hit, k) => hit.attr("x", (places[k]! - 14).toFixed(1)));
    knobs.forEach((knob, k) => knob.attr("cx", places[k]!.toFixed(1)));
    line.attr("d", places.map((x) => `M${x.toFixed(1)} ${top}v${height}`).join(""));
    const spoken = methods.map((m) => format(operationsOf(m, v))).join(", ");
    tellValue(grip, `L = ${2 ** v.power}: ${spoken}`, v.power, POWERS[0], POWERS[1]);
  };
}

const powerOf = (base: number, power: number) =>
  power === 0 ? "1" : `${base}${raised(String(power))}`;

const at = (x: number) => x.toFixed(1);
function square(x: number, y: number): string {
  return `M${at(x - 3.2)} ${at(y - 3.2)}h6.4v6.4h-6.4z`;
}
function disc(x: number, y: number): string {
  return `M${at(x - 3.6)} ${at(y)}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z`;
}
function triangle(x: number, y: number): string {
  return `M${at(x)} ${at(y - 4.4)}l4.2 7.4h-8.4z`;
}
