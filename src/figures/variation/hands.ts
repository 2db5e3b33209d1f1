import { graspable, type Grip, tellValue } from "../../draw/hand.ts";
import { box, grown } from "../../draw/box.ts";
import { linear, type Root, tenth } from "../../draw/picture.ts";
import { knob, scrub, upright } from "../../draw/scrub.ts";
import type { Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { SLICES } from "./compute.ts";
import { GAP, T } from "./input.ts";
import type { Layout } from "./layout.ts";
import { KNOTS, params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { across, type Now, scales } from "./scales.ts";

/** The number nearest to a place, as its parameter takes it. */
function near(name: "dt" | "h0" | (typeof KNOTS)[number], value: number): number {
  const { min, max } = params[name];
  return +Math.max(min, Math.min(max, value)).toFixed(2);
}

/** The step's end, the state's start, the input's knots, and the playhead over the middle plot. */
export function hands(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>) {
  const { input, middle, state } = layout;
  const x = across(state);
  let now: Now;
  const secondAt = linear(state.left, state.right, 0, T);
  const tellTime = scrub(svg, grown(middle, 6), {
    label: stage.say("scrub"),
    at: (px) => Math.max(0, Math.min(SLICES, (secondAt(px) / now.values.dt) * SLICES)),
    t: () => now.t,
    seek: stage.seek,
  });
  const whole = box({ left: input.left, right: input.right, top: input.top, bottom: state.bottom });
  const step = upright(svg, whole, "Delta");
  graspable(step.grip, {
    label: stage.say("dragStep"),
    move: (px) => stage.set({ dt: near("dt", secondAt(px)) }),
    nudge: (dx, dy) => stage.set({ dt: near("dt", now.values.dt + (dx + dy) * 0.01) }),
  });
  const vertical = (
    grip: Grip,
    label: string,
    name: "h0" | (typeof KNOTS)[number],
    at: (py: number) => number,
  ) =>
    graspable(grip, {
      label,
      free: true,
      move: (_, py) => stage.set({ [name]: near(name, at(py)) }),
      nudge: (dx, dy) => stage.set({ [name]: near(name, now.values[name] + (dx + dy) * 0.01) }),
    });
  const start = knob(svg, "h", 6, 15);
  vertical(start, stage.say("dragStart"), "h0", (py) => {
    const { low, high } = scales.state(now, state);
    return linear(state.bottom, state.top, low, high)(py);
  });
  const heightAt = linear(input.bottom, input.top, 0, 1.5);
  const knots = KNOTS.map((name, i) => {
    const grip = knob(svg, "u", 5, 14);
    vertical(grip, `${stage.say("dragKnot")} (${format(i * GAP)} s)`, name, heightAt);
    return grip;
  });
  const y = scales.input(input);
  return (next: Now) => {
    now = next;
    const { values: v, t } = next;
    tellTime(Math.floor(t), format(Math.floor(t)), SLICES);
    step.put(x(v.dt), input.bottom);
    tellValue(step.grip, `Δ = ${format(v.dt)} s`, v.dt, params.dt.min, params.dt.max);
    const h = scales.state(next, state).y(v.h0);
    start.attr("transform", `translate(${tenth(x(0))},${tenth(h)})`);
    tellValue(start, format(v.h0), v.h0, params.h0.min, params.h0.max);
    knots.forEach((grip, i) => {
      const u = v[KNOTS[i]!];
      grip.attr("transform", `translate(${tenth(x(i * GAP))},${tenth(y(u))})`);
      tellValue(grip, format(u), u, 0, 1.5);
    });
  };
}
