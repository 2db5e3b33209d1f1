import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { bells, correction } from "./bells.ts";
import { sceneAt, type Scene } from "./belief.ts";
import { halfAt, type Run } from "./compute.ts";
import { gauge } from "./gauge.ts";
import { handles } from "./handles.ts";
import { history } from "./history.ts";
import { compact, wide, type Window } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { sums } from "./sums.ts";
import { reachOf, windowOf } from "./window.ts";

/** The Gaussians of one half-step, the sums that move them, the course of the filter so far, and whether it can be trusted. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawBells = bells(mute.append("g"), layout, say("truth"));
  const drawCorrection = correction(mute.append("g"), layout);
  const drawSums = sums(mute.append("g"), layout, {
    predict: say("doPredict"),
    update: say("doUpdate"),
  });
  const drawHistory = history(mute.append("g"), layout, say("beyond"));
  const drawGauge = gauge(mute.append("g"), layout, {
    consistent: say("consistent"),
    over: say("over"),
    under: say("under"),
    uneven: say("uneven"),
    certain: say("certain"),
    testTitle: say("testTitle"),
    testOne: say("testOne"),
    testMany: say("testMany"),
  });
  let now: { moment: Moment<Setting, Run>; scene: Scene; win: Window };
  const drawHandles = handles(svg, layout, stage, () => now);
  return {
    draw(moment) {
      const { result: r, values, t } = moment;
      const scene = sceneAt(r, values.a, t);
      const scaled = moment.held?.result ?? r;
      const reach = reachOf(scaled);
      const win = windowOf(scaled, reach, scene.belief.mean);
      now = { moment, scene, win };
      drawBells(r, scene, win);
      drawCorrection(r, scene, win);
      drawSums(r, values.a, halfAt(r, t), moment.withheld?.has("picture") === true);
      drawHistory(moment, reach, scene.belief);
      drawGauge(r);
      drawHandles(now);
    },
    destroy: () => svg.remove(),
  };
}
