import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { layouts } from "./layout.ts";
import { legend } from "./legend.ts";
import { targetAt } from "./marks.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";
import { steering } from "./steer.ts";
import { scrubbing, strip } from "./strip.ts";

/** The plane in which the reader runs and the filter follows; below, how far off each of them is. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const drawPlane = plane(mute.append("g"), layout, { roof: say("roof"), radar: say("radar") });
  const drawLegend = legend(mute.append("g"), layout, {
    target: say("target"),
    fix: say("fixWord"),
    estimate: say("estimate"),
    next: say("next"),
    smooth: say("smoothWord"),
    refused: say("refusedWord"),
  });
  const drawStrip = strip(mute.append("g"), layout, { errors: say("errors"), off: say("off") });
  const tellTime = scrubbing(svg, layout, {
    label: say("scrub"),
    now: () => ({ run: moment!.result, t: moment!.t }),
    seek: stage.seek,
  });
  const wheel = steering(svg, layout, {
    label: say("steer"),
    now: () => ({ path: moment!.values.path, t: moment!.t }),
    take: (path) => {
      stage.set({ path });
      stage.seek(Infinity);
    },
  });
  return {
    draw(next) {
      moment = next;
      const { result: run, values: v, t, ghost } = next;
      drawPlane(run, v, t, ghost?.result);
      drawLegend(v);
      drawStrip(next);
      tellTime();
      wheel.draw(...targetAt(run, t), v.path.kind === "own");
    },
    destroy: () => {
      wheel.destroy();
      svg.remove();
    },
  };
}
