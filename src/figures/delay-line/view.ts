import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { curves } from "./curves.ts";
import { keys } from "./keys.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { rows } from "./rows.ts";
import { scores } from "./scores.ts";
import { sequence } from "./sequence.ts";

/** Above, what goes in and what is read back; below, every memory's answers. One picture for each of the two tasks. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const now = () => moment!;
  const [delay, marked] = [mute.append("g"), mute.append("g")];
  const drawRows = rows(delay, svg, layout, stage, now);
  const drawCurves = curves(delay, svg, layout, say, (d) => stage.set({ d }));
  const drawKeys = keys(delay, svg, layout, say, (memory) => stage.set({ memory }));
  svg.selectAll(".grip").classed("of-delay", true);
  const drawSequence = sequence(marked, svg, layout, say, now, stage.seek);
  const drawScores = scores(marked, svg, layout, say, stage.set);
  const show = (isDelay: boolean) => {
    delay.attr("display", isDelay ? null : "none");
    marked.attr("display", isDelay ? "none" : null);
    svg.selectAll(".grip.of-delay").attr("display", isDelay ? null : "none");
    svg.selectAll(".grip:not(.of-delay)").attr("display", isDelay ? "none" : null);
  };
  return {
    draw(next) {
      moment = next;
      const isDelay = next.result.delay !== undefined;
      show(isDelay);
      if (isDelay) {
        drawRows();
        drawCurves(next);
        drawKeys(next.values.memory);
      } else {
        drawSequence();
        drawScores(next);
      }
    },
    destroy: () => svg.remove(),
  };
}
