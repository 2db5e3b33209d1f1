import { knob, scrub } from "../../draw/scrub.ts";
import { box, grown } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Root, tenth } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { timeScale, trustScale } from "./rows.ts";

type Now = () => Moment<Setting, Run>;

const clamp = (x: number, from: number, to: number) => Math.max(from, Math.min(to, x));

/** The stretch to take hold of, by its ends and by its height; and the playhead. */
export function handles(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: Now) {
  const drawn = [
    playhead(svg, layout, stage, now),
    edge(svg, layout, stage, now, "from"),
    edge(svg, layout, stage, now, "to"),
    height(svg, layout, stage, now),
  ];
  return (m: Moment<Setting, Run>) => {
    for (const draw of drawn) draw(m);
  };
}

const stepAt = ({ walk }: Layout, r: Run, px: number) =>
  Math.round(clamp(linear(walk.left, walk.right, 0, r.y.length - 1)(px), 0, r.y.length));

function edge(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: Now,
  which: "from" | "to",
) {
  const grip = knob(svg, "R", 5, 14);
  const set = (step: number) => {
    const { result: r, values: v } = now();
    const [from, to] = r.stretch;
    const free = which === "from" ? clamp(step, 0, to) : clamp(step, from, v.steps);
    stage.set(which === "from" ? { from: free, to } : { from, to: free });
  };
  graspable(grip, {
    label: stage.say(which === "from" ? "dragFrom" : "dragTo"),
    move: (px) => set(stepAt(layout, now().result, px)),
    nudge: (dx, dy) => set(now().result.stretch[which === "from" ? 0 : 1] + dx + dy),
  });
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const step = r.stretch[which === "from" ? 0 : 1];
    const px = clamp(timeScale(layout, r)(step - 0.5), layout.walk.left, layout.walk.right);
    const y = trustScale(layout, v);
    const py = (y(v.R) + y(v.R * v.times)) / 2;
    grip.attr("transform", `translate(${tenth(px)},${tenth(py)})`);
    tellValue(grip, `t = ${step}`, step, 0, v.steps);
  };
}

/** The level of the stretch on the strip of R. */
function height(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: Now) {
  const grip = knob(svg, "R", 7, 14);
  const set = (times: number) => stage.set({ times: +clamp(times, 0.01, 1000).toPrecision(3) });
  graspable(grip, {
    label: stage.say("dragTimes"),
    free: true,
    move: (_, py) => {
      const { R, times } = now().values;
      // By ratio: half the strip's height from the level of R is where the pointer asks for.
      const y = trustScale(layout, { ...now().values, times: clamp(times, 0.4, 1000) });
      const perPixel = Math.log(2) / (y(R) - y(2 * R));
      set(Math.exp((y(R) - py) * perPixel));
    },
    nudge: (dx, dy) => set(now().values.times * 1.1 ** (dx + dy)),
  });
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const [from, to] = r.stretch;
    const px = timeScale(layout, r)((from + to - 1) / 2);
    const inside = clamp(px, layout.walk.left, layout.walk.right);
    const py = trustScale(layout, v)(v.R * v.times);
    grip
      .attr("display", to > from ? null : "none")
      .attr("transform", `translate(${tenth(inside)},${tenth(py)})`);
    tellValue(grip, `R = ${format(v.R * v.times)}`, v.times, 0.01, 1000);
  };
}

function playhead(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: Now) {
  const { left, right, top } = layout.walk;
  const rows = box({ left, right, top, bottom: layout.delta.bottom });
  const tell = scrub(svg, grown(rows, 8), {
    label: stage.say("scrub"),
    at: (px) => stepAt(layout, now().result, px),
    t: () => now().t,
    seek: stage.seek,
  });
  return ({ result: r, t }: Moment<Setting, Run>) => {
    const at = Math.min(r.y.length - 1, Math.floor(t));
    const spoken = `t = ${at}, Δ = ${fixed(r.gate.delta[at]!, 3)}, K = ${fixed(r.gate.gain[at]!, 3)}`;
    tell(at, spoken, r.y.length - 1);
  };
}
