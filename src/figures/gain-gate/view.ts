import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { gateCurve, gateSums } from "./gate.ts";
import { handles } from "./handles.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plots } from "./plots.ts";

/** A walk and its estimate over the trust in each measurement, the gain and Δ; and the gate that ties the last two. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawPlots = plots(mute.append("g"), layout, stage);
  const drawGate = stage.compact ? undefined : gateCurve(mute.append("g"), layout);
  const drawSums = gateSums(mute.append("g"), layout, {
    kalman: say("kalman"),
    mamba: say("mamba"),
    follows: say("follows"),
    learnt: say("learnt"),
  });
  let moment: Moment<Setting, Run>;
  const drawHandles = handles(svg, layout, stage, () => moment);
  return {
    draw(next) {
      moment = next;
      drawPlots(next);
      drawGate?.(next.result, next.t);
      drawSums(next.result, next.t);
      drawHandles(next);
    },
    destroy: () => svg.remove(),
  };
}
