import { graspable, tellValue } from "../../draw/hand.ts";
import { tick, type Pen, type Root } from "../../draw/picture.ts";
import { format, raised } from "../../kit/format.ts";
import { grid, LEAST, MOST, type Run, type Setting } from "./compute.ts";
import { marked } from "../../draw/ruleMarks.ts";
import { ruleNames } from "../../numerics/discretize.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** Errors below are rounding, above are an explosion: both ends of the axis. */
const [SMALL, LARGE] = [1e-9, 1e3];
const clamp = (e: number) => Math.min(LARGE, Math.max(SMALL, e));

/** Largest error against Δ, both axes logarithmic: the slope of a line is the order of its rule. */
export function errorPlot(
  pen: Pen,
  svg: Root,
  box: Box,
  words: { error: string; size: string; drag: string; rounding: string },
  set: (dt: number) => void,
) {
  const { left, right, top, height } = box;
  const x = (dt: number) => left + (Math.log(dt / LEAST) / Math.log(MOST / LEAST)) * (right - left);
  const y = (e: number) =>
    top + height - (Math.log(clamp(e) / SMALL) / Math.log(LARGE / SMALL)) * height;
  scales(pen, box, x, y, words);
  const others = ruleNames.map((rule) => ({
    rule,
    line: pen.append("path").attr("class", "mode"),
    dots: pen.append("path").attr("class", "mark"),
  }));
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "Delta");
  grip.append("rect").attr("class", "hit").attr("x", -14).attr("width", 28);
  grip.append("path").attr("class", "cursor");
  grip.append("circle").attr("class", "handle").attr("r", 7);
  const step = (dt: number) => +Math.min(MOST, Math.max(LEAST, dt)).toPrecision(3);
  let now = LEAST;
  graspable(grip, {
    label: words.drag,
    move: (px) => set(step(LEAST * (MOST / LEAST) ** ((px - left) / (right - left)))),
    nudge: (dx, dy) => set(step(now * 1.05 ** (dx + dy))),
  });
  return ({ errors }: Run, v: Setting, error: number) => {
    now = v.dt;
    others.forEach(({ rule, line, dots }) => {
      const mine = rule === v.rule;
      const places = Array.from(grid, (dt, i): [number, number] => [x(dt), y(errors[rule][i]!)]);
      line
        .classed("mine", mine)
        .attr("d", places.map(([px, py], i) => `${i ? "L" : "M"}${px} ${py.toFixed(2)}`).join(""));
      dots.classed("mine", mine).attr(
        "d",
        marked(
          rule,
          places.filter((_, i) => i % 8 === 4),
        ),
      );
    });
    grip.attr("transform", `translate(${x(v.dt)},${y(error)})`);
    const [up, down] = [top - y(error), top + height - y(error)];
    grip.select("rect").attr("y", up).attr("height", height);
    grip.select("path").attr("d", `M0 ${up}V${down}`);
    tellValue(grip, `Δ = ${format(v.dt)}`, v.dt, LEAST, MOST);
  };
}

/** Powers of ten on both axes, and what they measure. */
function scales(
  pen: Pen,
  { left, right, top, height }: Box,
  x: (dt: number) => number,
  y: (e: number) => number,
  words: { error: string; size: string; rounding: string },
) {
  for (const power of height < 150 ? [-8, -4, 0] : [-8, -6, -4, -2, 0, 2]) {
    const at = y(10 ** power);
    pen.append("path").attr("class", "axis").attr("d", `M${left} ${at}H${right}`);
    const text = power === 0 ? "1" : `10${raised(String(power))}`;
    tick(pen, left - 5, at + 4, 0, "end").text(text);
  }
  for (const dt of [0.01, 0.1, 1]) tick(pen, x(dt), top + height + 16, dt, "middle");
  const name = (dy: number, text: string, anchor: string, at: number) =>
    pen
      .append("text")
      .attr("class", "tick halo")
      .attr("x", at)
      .attr("y", dy)
      .attr("text-anchor", anchor)
      .text(text);
  name(top - 6, words.error, "start", left - 30);
  name(top + height + 33, words.size, "end", right);
  name(y(SMALL) - 5, words.rounding, "end", right).attr("opacity", 0.8);
}
