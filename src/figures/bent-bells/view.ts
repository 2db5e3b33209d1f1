import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { linear, picture, type Root, tenth } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { EDGE, type Run } from "./compute.ts";
import { compact, type Layout, wide } from "./layout.ts";
import { out, table } from "./out.ts";
import { params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";

/** A bell, the curve over it, and what the curve makes of the bell. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let now: Moment<Setting, Run>;
  const parts = [
    plane(mute.append("g"), layout, stage),
    out(mute.append("g"), layout, stage),
    table(mute.append("g"), layout, stage),
  ];
  const { left, ...place } = layout.key;
  key(mute.append("g"), { left, right: layout.width - 4, ...place }, [
    { look: "line", symbol: "y", word: say("curve") },
    { look: "line", symbol: "hprior", word: say("state") },
    { look: "share strong", symbol: "y", word: say("truth"), as: "area" },
    { look: "bent-tangent", symbol: "C", word: say("tangent") },
    { look: "bent-points", symbol: "h", word: say("sigma"), as: "M5 -4h8v8h-8z" },
    { look: "bent-points-bell", symbol: "h", word: say("points") },
  ]);
  const drawHandles = [mean, width].map((make) => make(svg, layout, stage, () => now));
  return {
    draw(moment) {
      now = moment;
      for (const draw of parts) draw(moment);
      for (const draw of drawHandles) draw();
    },
    destroy: () => svg.remove(),
  };
}

type Maker = (
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) => () => void;

const hold = (x: number, { min, max }: { readonly min: number; readonly max: number }) =>
  Math.round(Math.max(min, Math.min(max, x)) * 100) / 100 || 0;
const across = ({ bell: { left, right } }: Layout) => linear(-EDGE, EDGE, left, right);
const stateAt = ({ bell: { left, right } }: Layout) => linear(left, right, -EDGE, EDGE);

/** The top of the bell, moved along. */
const mean: Maker = (svg, layout, stage, now) => {
  const grip = knob(svg, "hprior", 7);
  const set = (m: number) => stage.set({ m: hold(m, params.m) });
  graspable(grip, {
    label: stage.say("dragMean"),
    move: (px) => set(stateAt(layout)(px)),
    nudge: (dx, dy) => set(now().values.m + 0.1 * (dx + dy)),
  });
  return () => {
    const { m } = now().values;
    grip.attr("transform", `translate(${tenth(across(layout)(m))},${layout.bell.top + 8})`);
    tellValue(grip, fixed(m), m, params.m.min, params.m.max);
  };
};

/** One deviation to the right of the mean. */
const width: Maker = (svg, layout, stage, now) => {
  const grip = knob(svg, "Pprior", 6, 15);
  const set = (deviation: number) => stage.set({ P: hold(deviation ** 2, params.P) });
  graspable(grip, {
    label: stage.say("dragWidth"),
    move: (px) => set(stateAt(layout)(px) - now().values.m),
    nudge: (dx, dy) => set(Math.sqrt(now().values.P) * 1.1 ** (dx + dy)),
  });
  return () => {
    const { m, P } = now().values;
    const { bottom, height } = layout.bell;
    const up = (height - 8) * Math.exp(-0.5);
    grip.attr(
      "transform",
      `translate(${tenth(across(layout)(m + Math.sqrt(P)))},${tenth(bottom - up)})`,
    );
    tellValue(grip, `P⁻ = ${format(P)}`, P, params.P.min, params.P.max);
  };
};
