import { rung } from "../../draw/axis.ts";
import { upright } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Anchor, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import { format, raised } from "../../kit/format.ts";
import { grid, LEAST, MOST, type Run } from "./compute.ts";
import { marked } from "../../draw/ruleMarks.ts";
import { ruleNames } from "../../numerics/discretize.ts";
import type { Setting } from "./params.ts";

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
    line: stroke(pen, "mode"),
    dots: stroke(pen, "mark"),
  }));
  const { grip, put } = upright(svg, box, "Delta");
  const step = (dt: number) => +Math.min(MOST, Math.max(LEAST, dt)).toPrecision(3);
  let now = LEAST;
  graspable(grip, {
    label: words.drag,
    move: (px) => set(step(LEAST * (MOST / LEAST) ** ((px - left) / (right - left)))),
    nudge: (dx, dy) => set(step(now * 1.05 ** (dx + dy))),
  });
  return ({ errors }: Run, v: Setting, error: number, secret: boolean) => {
    now = v.dt;
    for (const { line, dots } of others)
      for (const node of [line, dots]) node.attr("display", secret ? "none" : null);
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
    put(x(v.dt), y(error));
    tellValue(grip, `Δ = ${format(v.dt)}`, v.dt, LEAST, MOST);
  };
}

/** Powers of ten on both axes, and what they measure. */
function scales(
  pen: Pen,
  box: Box,
  x: (dt: number) => number,
  y: (e: number) => number,
  words: { error: string; size: string; rounding: string },
) {
  const { left, right, top, height } = box;
  for (const power of height < 150 ? [-8, -4, 0] : [-8, -6, -4, -2, 0, 2]) {
    rung(pen, box, y(10 ** power), power === 0 ? "1" : `10${raised(String(power))}`);
  }
  for (const dt of [0.01, 0.1, 1]) write(pen, x(dt), top + height + 16, "middle", dt);
  const name = (dy: number, text: string, anchor: Anchor, at: number) =>
    write(pen, at, dy, anchor, text, "tick halo");
  name(top - 6, words.error, "start", left - 30);
  name(top + height + 33, words.size, "end", right);
  name(y(SMALL) - 5, words.rounding, "end", right).attr("opacity", 0.8);
}
