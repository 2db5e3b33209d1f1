import { grown } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Root, tenth } from "../../draw/picture.ts";
import { knob, scrub } from "../../draw/scrub.ts";
import type { Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { shownStep, STEPS } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { keptScale, type Now, phaseScale } from "./scales.ts";

const TURN = 2 * Math.PI;

/** The playhead over the right plot; the step size at the first exact state, or at the fastest pole. */
export function hands(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>) {
  let now: Now;
  const { left, right } = layout.sizes;
  const tellTime = scrub(svg, grown(layout.sizes, 6), {
    label: stage.say("scrub"),
    at: (px) => Math.max(0, Math.min(STEPS, linear(left, right, 0, STEPS)(px))),
    t: () => now.t,
    seek: stage.seek,
  });
  const { min, max, step } = params.dt;
  const take = (dt: number) =>
    stage.set({ dt: params.dt.nudge(Math.max(min, Math.min(max, dt)), 0) });
  const nudge = (dx: number, dy: number) => take(now.values.dt + (dx + dy) * step);
  const turning = knob(svg, "Delta", 6, 16);
  const { phase: b } = layout;
  graspable(turning, {
    label: stage.say("dragTurn"),
    free: true,
    move: (px, py) => {
      const angle = (Math.atan2(b.cy - py, px - b.cx) + TURN) % TURN;
      take(angle / now.values.w);
    },
    nudge,
  });
  const pole = knob(svg, "Delta", 6, 16);
  graspable(pole, {
    label: stage.say("dragPole"),
    move: (px) => {
      const { most } = keptScale(now, layout);
      const at = linear(layout.kept.left, layout.kept.right, -most, 0)(px);
      take(-at / now.values.N);
    },
    nudge: (dx, dy) => nudge(-dx, dy),
  });
  return (next: Now) => {
    now = next;
    const { values: v, t } = next;
    const n = shownStep(t);
    tellTime(n, `k = ${n}`, STEPS);
    const spring = v.system === "spring";
    turning.attr("display", spring ? null : "none");
    pole.attr("display", spring ? "none" : null);
    const { x, y } = phaseScale(layout);
    const long = Math.exp(v.a * v.dt);
    const [px, py] = [x(long * Math.cos(v.w * v.dt)), y(long * Math.sin(v.w * v.dt))];
    turning.attr("transform", `translate(${tenth(px)},${tenth(py)})`);
    const s = keptScale(next, layout);
    pole.attr("transform", `translate(${tenth(s.x(-v.N * v.dt))},${layout.kept.bottom})`);
    for (const grip of [turning, pole]) tellValue(grip, `Δ = ${format(v.dt)}`, v.dt, min, max);
  };
}
