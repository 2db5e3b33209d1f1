import { picture } from "../../draw/picture.ts";
import { timeHands } from "../../draw/timeHands.ts";
import { bottom, timeRows, type Frame } from "../../draw/timeRows.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { diagram } from "./diagram.ts";
import { compact, wide } from "./geometry.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const series = (r: Run) => [r.u, r.h, r.y];

/** The flow diagram above, three aligned plots below; the input is drawn by hand, the others scrub the playhead. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const frame: Frame = stage.compact
    ? { left: 42, right: 352, top: layout.height + 6, height: 50, gap: 4 }
    : { left: 62, right: 668, top: layout.height + 10, height: 70, gap: 6 };
  const height = bottom(frame, 3) + 8;
  const { svg, mute } = picture(stage.host, layout.width, height, stage.say("flow"));
  const drawFlow = diagram(mute.append("g"), layout, stage.say("delay"));
  const drawRows = timeRows(
    mute.append("g"),
    frame,
    [
      { symbol: "u", subscript: "t", as: "stems" },
      { symbol: "h", subscript: "t", as: "line" },
      { symbol: "y", subscript: "t", as: "line" },
    ],
    stage.say("beyond"),
  );
  let moment: Moment<Setting, Run>;
  const tell = timeHands(svg, {
    frame,
    rows: 3,
    drawLabel: stage.say("draw"),
    scrubLabel: `${stage.say("h")}, ${stage.say("y")}`,
    now: () => ({
      u: moment.result.u,
      input: moment.values.input,
      t: moment.t,
      held: moment.held?.result.u,
    }),
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      const { result, values, t, ghost } = next;
      drawFlow(result, values, t);
      drawRows({
        series: series(result),
        ghosts: ghost && series(ghost.result),
        held: next.held && series(next.held.result),
        t,
        future: values.future,
      });
      const now = Math.floor(t);
      tell(`h = ${fixed(result.h[now]!)}, y = ${fixed(result.y[now]!)}`);
    },
    destroy: () => svg.remove(),
  };
}
