import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { blockView } from "./blockView.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { learningView } from "./learningView.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The block with its numbers, or how it learns. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, stage.say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const pens = { block: mute.append("g"), learning: mute.append("g") };
  const draw = {
    block: blockView(pens.block, layout, stage.say),
    learning: learningView(pens.learning, svg, layout, stage, () => moment!),
  };
  return {
    draw(next) {
      moment = next;
      const learns = next.values.show === "learning";
      pens.block.attr("display", learns ? "none" : null);
      pens.learning.attr("display", learns ? null : "none");
      svg.selectAll(".of-learning").attr("display", learns ? null : "none");
      draw[next.values.show](next);
    },
    destroy: () => svg.remove(),
  };
}
