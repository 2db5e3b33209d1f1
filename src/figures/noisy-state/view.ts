import { knob } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, picture, type Root, stroke, tenth } from "../../draw/picture.ts";
import { timeHands } from "../../draw/timeHands.ts";
import { bottom } from "../../draw/timeRows.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { joltAt, slipAt, type Run } from "./compute.ts";
import { density } from "./density.ts";
import { fan, rangeOf } from "./fan.ts";
import { compact, place, ROWS, wide, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { noiseReach, strips, stripScale } from "./strips.ts";

/** Noises above what they do: v over the state it goes into, n over the measurement it spoils. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const f = layout.frame;
  const low = bottom(f, ROWS);
  const { svg, mute } = picture(stage.host, layout.width, low + 8, stage.say("whole"));
  const drawn = (["h", "y"] as const).map((which) => ({
    fan: fan(mute.append("g"), layout, which, stage.say("beyond")),
    density: density(mute.append("g"), layout, which),
  }));
  const cursor = stroke(mute, "cursor");
  const drawStrips = strips(mute.append("g"), layout);
  let moment: Moment<Setting, Run>;
  const tell = timeHands(svg, {
    frame: f,
    rows: ROWS,
    drawLabel: stage.say("draw"),
    scrubLabel: stage.say("scrub"),
    now: () => ({
      u: moment.result.u,
      input: moment.values.input,
      t: moment.t,
      held: moment.held?.result.u,
    }),
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const drawHandles = (["v", "n"] as const).map((row) =>
    handle(svg, layout, row, stage, () => moment),
  );
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, t } = next;
      const { held = next } = next;
      const range = rangeOf(held.result, held.values, next.ghost?.result);
      for (const part of drawn) part.density(r, v, t, part.fan(next, range));
      drawStrips(next);
      const x = linear(0, Math.max(1, r.u.length - 1), f.left, f.right)(t);
      cursor.attr("d", `M${tenth(x)} ${f.top}V${low}`);
      for (const draw of drawHandles) draw(next);
      const now = Math.min(r.u.length - 1, Math.floor(t));
      tell(`h = ${fixed(r.paths[0]!.h[now]!)}, y = ${fixed(r.paths[0]!.y[now]!)}`);
    },
    destroy: () => svg.remove(),
  };
}

/** The end of one stem to pull at: an extra jolt in v, an extra slip in n. */
function handle(
  svg: Root,
  layout: Layout,
  row: "v" | "n",
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const [key, stepOf] = row === "v" ? (["jolt", joltAt] as const) : (["slip", slipAt] as const);
  const grip = knob(svg, row, 6, 14);
  const set = (x: number) => {
    const limited = Math.round(Math.max(-6, Math.min(6, x)) * 10) / 10;
    stage.set({ [key]: limited === 0 ? 0 : limited });
  };
  const { from, to } = place(layout.frame, row);
  graspable(grip, {
    label: stage.say(row === "v" ? "dragJolt" : "dragSlip"),
    free: true,
    move: (_, py) => {
      const { result: r, values: v } = now();
      const t = stepOf(r.u.length);
      const most = noiseReach(now());
      const drawn = r[row][t]! - v[key];
      set(linear(to - 2, from + 2, -most, most)(py) - drawn);
    },
    nudge: (dx, dy) => set(now().values[key] + (dx + dy) * 0.1),
  });
  return (m: Moment<Setting, Run>) => {
    const { result: r, values: v } = m;
    const t = stepOf(r.u.length);
    const { left, right } = layout.frame;
    const x = linear(0, Math.max(1, r.u.length - 1), left, right)(t);
    const y = stripScale(layout, row, noiseReach(m))(r[row][t]!);
    grip.attr("transform", `translate(${tenth(x)},${tenth(y)})`);
    tellValue(grip, format(v[key]), v[key], -6, 6);
  };
}
