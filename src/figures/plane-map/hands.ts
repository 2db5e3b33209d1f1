import { knob } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { letter, type Pen, type Root } from "../../draw/picture.ts";
import type { Stage } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { LEFT, mapped, RIGHT, TOP, unmapped, type Complex, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { toPixels, type Square } from "./square.ts";

/** Handles on the pole in both planes, and their mirror images. */
export function hands(svg: Root, s: Square, z: Square, stage: Stage<Setting, Phrase>) {
  let now: Setting;
  const clamp = (x: number, min: number, max: number) =>
    Math.round(Math.max(min, Math.min(max, x)) * 20) / 20;
  const set = ([a, w]: Complex) =>
    stage.set({ a: clamp(a, LEFT, RIGHT), w: clamp(Math.abs(w), 0, TOP) });
  const pole = grip(svg, s, "lambda", "λ");
  const image = grip(svg, z, "Abar", "z");
  const [ps, pz] = [toPixels(s), toPixels(z)];
  graspable(pole(0, 0), {
    label: stage.say("dragS"),
    free: true,
    move: (px, py) => set([ps.re(px), ps.im(py)]),
    nudge: (dx, dy) => set([now.a + dx * 0.05, now.w + dy * 0.05]),
  });
  const pull = (to: Complex) => {
    const from = unmapped(now.rule, to, now.dt);
    if (from) set(from);
  };
  graspable(image(0, 0), {
    label: stage.say("dragZ"),
    free: true,
    move: (px, py) => pull([pz.re(px), pz.im(py)]),
    // A step has to be seen in λ too, which is kept to a twentieth.
    nudge: (dx, dy) => {
      const [a, b] = mapped(now.rule, [now.a, now.w], now.dt);
      const within = (x: number) => Math.max(-z.half, Math.min(z.half, x));
      pull([within(a + dx * 0.03), within(b + dy * 0.03)]);
    },
  });
  return ({ z: images }: Run, v: Setting) => {
    now = v;
    tellValue(pole(v.a, v.w), `${fixed(v.a)} ± ${fixed(v.w)}i`, v.a, LEFT, RIGHT);
    const [a, b] = images[v.rule];
    tellValue(image(a, b), `${fixed(a)} ± ${fixed(Math.abs(b))}i`, a, -z.half, z.half);
  };
}

/** A handle with its letter, and its mirror image below the real axis. */
function grip(svg: Root, square: Square, id: "lambda" | "Abar", text: string) {
  const g = knob(svg, id, 8, 18);
  letter(g as unknown as Pen, id, 0, -14, "")
    .attr("text-anchor", "middle")
    .classed("halo", true)
    .text(text);
  const mirror = svg
    .append("circle")
    .attr("class", "handle ghost")
    .attr("data-symbol", id)
    .attr("aria-hidden", "true")
    .attr("r", 6);
  const at = toPixels(square);
  return (a: number, w: number) => {
    const shown = Math.max(Math.abs(a - square.centre[0]), Math.abs(w)) <= square.half;
    g.attr("display", shown ? null : "none").attr("transform", `translate(${at.x(a)},${at.y(w)})`);
    mirror
      .attr("display", shown && Math.abs(w) > 1e-9 ? null : "none")
      .attr("cx", at.x(a))
      .attr("cy", at.y(-w));
    return g;
  };
}
