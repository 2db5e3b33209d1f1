import { grown } from "../../draw/box.ts";
import { knob, scrub } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { letter, linear, type Root, tenth } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { linesOf, narrowest, stateScale } from "./bells.ts";
import type { Scene } from "./belief.ts";
import { uncertain, type Run } from "./compute.ts";
import type { Layout, Window } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

interface Now {
  readonly moment: Moment<Setting, Run>;
  readonly scene: Scene;
  readonly win: Window;
}

const clamp = (x: number, most: number) => Math.max(-most, Math.min(most, x));

/** What the reader can take hold of: the measurement, the width the filter gives it, and the playhead. */
export function handles(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
): (n: Now) => void {
  const drawn = [
    playhead(svg, layout, stage, now),
    width(svg, layout, stage, now),
    measured(svg, layout, stage, now),
  ];
  return (n) => {
    for (const draw of drawn) draw(n);
  };
}

type Maker = (
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
) => (n: Now) => void;

const stateAt = (layout: Layout, { low, high }: Window) =>
  linear(layout.bells.left, layout.bells.right, low, high);

/** The present measurement: where it would have been is kept in the seed, what the hand adds in a parameter. */
const measured: Maker = (svg, layout, stage, now) => {
  const grip = knob(svg, "y", 7, 15);
  const name = letter(grip, "y", 0, 5).classed("halo small", true);
  const moveTo = (y: number) => {
    const { moment, scene } = now();
    const { at, by } = moment.values;
    const own = moment.result.y[scene.step]! - (at === scene.step ? by : 0);
    stage.set({ at: scene.step, by: Math.round(clamp(y - own, 10) * 100) / 100 || 0 });
  };
  graspable(grip, {
    label: stage.say("dragY"),
    move: (px) => moveTo(stateAt(layout, now().win)(px)),
    nudge: (dx, dy) => moveTo(now().moment.result.y[now().scene.step]! + 0.1 * (dx + dy)),
  });
  return ({ moment: { result: r }, scene, win }) => {
    const y = r.y[scene.step]!;
    const { left, right } = layout.bells;
    const px = clampTo(stateScale(layout, win)(y), left, right);
    const shown = scene.seen > 0.5 && uncertain(r, scene.step);
    grip
      .attr("display", shown ? null : "none")
      .attr("transform", `translate(${tenth(px)},${linesOf(layout).gap})`);
    const side = y < r.hprior[scene.step]! ? -1 : 1;
    name.attr("x", side * 12).attr("text-anchor", side < 0 ? "end" : "start");
    tellValue(grip, fixed(y), y, win.low, win.high);
  };
};

/** One deviation of the likelihood: how far the filter believes a measurement to miss. */
const width: Maker = (svg, layout, stage, now) => {
  const grip = knob(svg, "R", 6, 15);
  const setDeviation = (deviation: number) => {
    const { R } = now().moment.values;
    if (R === 0) return;
    const times = Math.max(0.01, Math.min(100, deviation ** 2 / R));
    stage.set({ kR: +times.toPrecision(3) });
  };
  graspable(grip, {
    label: stage.say("dragR"),
    move: (px) => {
      const { moment, scene, win } = now();
      setDeviation(stateAt(layout, win)(px) - moment.result.y[scene.step]!);
    },
    nudge: (dx, dy) => setDeviation(Math.sqrt(now().moment.result.R) * 1.05 ** (dx + dy)),
  });
  return ({ moment: { result: r, values }, scene, win }) => {
    const deviation = Math.sqrt(r.R);
    const at = r.y[scene.step]! + deviation;
    const px = stateScale(layout, win)(at);
    const { left, right, top, height } = layout.bells;
    const tall = (height - 6) * Math.min(1, narrowest(r, win) / (deviation || 1));
    const shown =
      values.R > 0 && scene.seen > 0.5 && uncertain(r, scene.step) && px >= left && px <= right;
    grip
      .attr("display", shown ? null : "none")
      .attr("transform", `translate(${tenth(px)},${tenth(top + height - tall * Math.exp(-0.5))})`);
    tellValue(grip, `R = ${format(r.R)}`, values.kR, 0.01, 100);
  };
};

const playhead: Maker = (svg, layout, stage, now) => {
  const { left, right } = layout.time;
  const last = () => 2 * now().moment.result.y.length - 1;
  const tell = scrub(svg, grown(layout.time, 8), {
    label: stage.say("scrub"),
    at: (px) => linear(left, right, 0, last())(px),
    t: () => now().moment.t,
    seek: stage.seek,
  });
  return ({ moment: { t }, scene }) => {
    const text = `t = ${scene.step}, ĥ = ${fixed(scene.belief.mean)}, P = ${fixed(scene.belief.variance)}`;
    tell(Math.floor(t), text, last());
  };
};

const clampTo = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));
