import { knob, scrub, surface } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import type { Root } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { FIRST_YEAR, nile, type Pair, type Run } from "./compute.ts";
import { flowScales } from "./flow.ts";
import { scalesOf } from "./map.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** One press of an arrow key changes a variance by this factor. */
const PRESS = 1.03;

/** The pair of variances on the map: taken anywhere on it, moved by arrow keys at equal ratios. */
export function mapHand(
  svg: Root,
  box: Box,
  stage: Stage<Setting, Phrase>,
  values: () => Setting,
): (v: Setting, logLikelihood: number) => void {
  const { place, pair } = scalesOf(box);
  const ground = surface(svg, box, "hill-aim");
  const grip = knob(svg, "hhat");
  // Keys may come faster than pictures.
  let pressed: Pair | undefined;
  graspable(grip, {
    label: stage.say("drag"),
    free: true,
    move: (x, y) => stage.set(pair(x, y)),
    nudge: (dx, dy) => {
      const from = pressed ?? values();
      const at = place({ noise: from.noise * PRESS ** dy, walk: from.walk * PRESS ** dx });
      stage.set((pressed = pair(at.x, at.y)));
    },
  });
  // A click beside the point fetches it there; a finger on the map scrolls the page.
  ground.on("click", (e: MouseEvent) => {
    const [x, y] = pointed(grip.node()!, e);
    stage.set(pair(x, y));
  });
  return (v, logLikelihood) => {
    pressed = undefined;
    const { x, y } = place(v);
    grip.attr("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`);
    const text = `R = ${format(v.noise, 6)}, Q = ${format(v.walk, 6)}, ln L = ${fixed(logLikelihood)}`;
    tellValue(grip, text, v.walk, 1, 99_999);
  };
}

/** The playhead over the series. */
export function scrubHand(
  svg: Root,
  box: Box,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
): () => void {
  const tell = scrub(svg, box, {
    label: stage.say("scrub"),
    at: (px) => {
      const { x } = flowScales(now(), box);
      return (px - x(0)) / (x(1) - x(0));
    },
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result, values, t } = now();
    const step = Math.min(result.y.length - 1, Math.floor(t));
    const when = values.series === nile ? String(FIRST_YEAR + step) : `t = ${step}`;
    const level = result.level[step]!;
    const text = Number.isNaN(level) ? when : `${when}, ${format(level, 4)}`;
    tell(step, text, result.y.length - 1);
  };
}
