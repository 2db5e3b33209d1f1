import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Root, tenth } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { CORNERS, params, type Setting } from "./params.ts";
import { across } from "./past.ts";
import type { Phrase } from "./phrases.ts";
import { heightOf } from "./weights.ts";

/** The drawn weight's corners, to take hold of. */
export function corners(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>) {
  const y = heightOf(layout);
  const weightAt = linear(layout.weight.bottom, layout.weight.top, 0, 1);
  let now: Setting;
  const knobs = CORNERS.map((w, i) => {
    const grip = knob(svg, "coef", 6, 15);
    const set = (value: number) => {
      const { min, max, step } = params[w];
      const snapped = Math.round(value / step) * step;
      stage.set({ [w]: +Math.max(min, Math.min(max, snapped)).toFixed(2) });
    };
    graspable(grip, {
      label: `${stage.say("corner")} (${i + 1})`,
      free: true,
      move: (_, py) => set(weightAt(py)),
      nudge: (dx, dy) => set(now[w] + (dx + dy) * params[w].step),
    });
    return grip;
  });
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    now = v;
    const x = across(layout, r.u.length);
    knobs.forEach((grip, i) => {
      const w = CORNERS[i]!;
      const when = Math.floor(t) + 1 - (v.theta * i) / (CORNERS.length - 1);
      grip
        .attr("display", v.measure === "drawn" && when >= 0 ? null : "none")
        .attr("transform", `translate(${tenth(x(when))},${tenth(y(v[w]))})`);
      tellValue(grip, format(v[w]), v[w], params[w].min, 1);
    });
  };
}
