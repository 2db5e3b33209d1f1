import { grown } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { letter, linear, type Pen, picture, type Root, tenth } from "../../draw/picture.ts";
import { knob, scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Pair } from "../../models/modes.ts";
import { type Run, startOf, STEPS } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { MOST, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { sizes } from "./sizes.ts";

/** Above, the state as the sum of two parts; below, how large all of them are, by step. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const drawPlane = plane(mute.append("g"), layout.plane, say("beyond"));
  const { left, right, type: size } = { ...layout.plane, type: layout.type };
  key(mute, { left: left + 4, right, y: layout.key, size }, [
    { look: "line", symbol: "h", word: say("state") },
    { look: "line thin", symbol: "part1", word: say("first") },
    { look: "line smooth", symbol: "part2", word: say("second") },
    { look: "goal thin", word: say("ring") },
  ]);
  const drawSizes = sizes(mute.append("g"), layout.sizes, say("sizes"), say("beyond"));
  let moment: Moment<Setting, Run> | undefined;
  const tellTime = scrub(svg, grown(layout.sizes, 8), {
    label: say("scrub"),
    at: linear(layout.sizes.left, layout.sizes.right, 0, STEPS),
    t: () => moment!.t,
    seek: stage.seek,
  });
  const drawStart = startHand(svg, stage, () => ({
    now: startOf(moment!.values),
    scale: scaleOf(layout.plane, moment!),
  }));
  return {
    draw(next) {
      moment = next;
      drawPlane(next, scaleOf(layout.plane, next));
      drawSizes(next);
      drawStart();
      const at = Math.floor(next.t);
      tellTime(at, `t = ${at}, ${fixed(next.result.size[at]!)}`, STEPS);
    },
    destroy: () => svg.remove(),
  };
}

/** The start, to take hold of. */
function startHand(
  svg: Root,
  stage: Stage<Setting, Phrase>,
  here: () => { readonly now: Pair; readonly scale: Scale },
) {
  const grip = knob(svg, "h", 7, 16);
  letter(grip as unknown as Pen, "h", 0, -13, "0")
    .attr("text-anchor", "middle")
    .classed("halo", true);
  const within = (x: number) => Math.round(Math.max(-MOST, Math.min(MOST, x)) * 100) / 100;
  const set = ([x, y]: Pair) => stage.set({ start: [[within(x)], [within(y)]] });
  graspable(grip, {
    label: stage.say("drag"),
    free: true,
    move: (px, py) => set(here().scale.back(px, py)),
    nudge: (dx, dy) => {
      const [x, y] = here().now;
      set([x + dx * 0.01, y + dy * 0.01]);
    },
  });
  return () => {
    const { now, scale } = here();
    grip.attr("transform", `translate(${tenth(scale.x(now[0]))},${tenth(scale.y(now[1]))})`);
    tellValue(grip, `h₀ = (${fixed(now[0])}, ${fixed(now[1])})`, now[0], -MOST, MOST);
  };
}
