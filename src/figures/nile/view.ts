import { picture, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { flow } from "./flow.ts";
import { mapHand, scrubHand } from "./hands.ts";
import { compact, wide } from "./layout.ts";
import { map } from "./map.ts";
import { marksOf, secret } from "./marks.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { table } from "./table.ts";
import { traveller } from "./travel.ts";

/** The series above, the likelihood as a map below: the pair of variances is taken by hand, the playhead is today. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const drawFlow = flow(mute.append("g"), layout.flow, {
    level: say("level"),
    hindsight: say("hindsight"),
    ahead: say("fan"),
    off: say("off"),
  });
  const drawMap = map(mute.append("g"), layout.hill);
  const drawMarks = marksOf(mute.append("g"), layout.hill);
  const drawTable = table(mute.append("g"), layout.table, {
    here: say("here"),
    best: say("best"),
    book: say("book"),
    region: say("region"),
    scaled: say("scaled"),
  });
  const why = write(mute, layout.hill.cx, layout.hill.top + 40, "middle");
  const tellScrub = scrubHand(svg, layout.flow, stage, () => moment!);
  const drawHand = mapHand(svg, layout.hill, stage, () => moment!.values);
  const travel = traveller((pair) => stage.set({ ...pair }));
  return {
    draw(next) {
      // A search that has just ended sends the pair on its way.
      const fresh = moment && next.result.path && next.result.path !== moment.result.path;
      moment = next;
      const { result, values } = next;
      travel.meet(values);
      drawFlow(next);
      drawMap(result.hill, result.unit, secret(next));
      drawMarks(next);
      drawTable(next);
      drawHand(values, result.logLikelihood);
      why.text(result.status === "fine" ? "" : say("none"));
      tellScrub();
      if (fresh) travel.start(next.result.path!);
    },
    destroy: () => {
      travel.stop();
      svg.remove();
    },
  };
}
