import { picture, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { grown } from "../../draw/box.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { hands } from "./hands.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { mergeView } from "./mergeView.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { TOKENS } from "./row.ts";
import { rows } from "./rows.ts";
import { sums } from "./sums.ts";
import { pairAt } from "./told.ts";

/** One gate for two recurrences; or the attempt to merge two steps into one. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [gate, merge] = [mute.append("g"), mute.append("g")];
  let moment: Moment<Setting, Run>;
  const now = () => moment;
  const drawRows = rows(gate, layout, say);
  const drawSums = sums(gate, layout);
  const drawMerge = mergeView(merge, layout, say);
  const tellHands = hands(svg, layout, stage, now);
  svg.selectAll(".grip").classed("of-gate", true);
  const tellPair = pairs(svg, layout, stage, now);
  return {
    draw(next) {
      moment = next;
      const gating = next.values.show === "gate";
      gate.attr("display", gating ? null : "none");
      merge.attr("display", gating ? "none" : null);
      svg.selectAll(".grip.of-gate").attr("display", gating ? null : "none");
      svg.selectAll(".grip:not(.of-gate)").attr("display", gating ? "none" : null);
      if (gating) {
        drawRows(next);
        drawSums(next);
        tellHands();
      } else {
        drawMerge(next);
        tellPair();
      }
    },
    destroy: () => svg.remove(),
  };
}

/** A pair of the tree is chosen by pointing at it; the playhead goes there. */
function pairs(
  svg: Root,
  { tree }: Layout,
  { say, seek }: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const count = TOKENS / 2;
  const tell = scrub(svg, grown(tree, 0, 10), {
    label: say("choosePair"),
    at: (px) =>
      2 * Math.max(0, Math.min(count - 1, Math.floor(((px - tree.left) / tree.width) * count))),
    t: () => now().t,
    seek,
  });
  return () => {
    const pair = pairAt(now().t);
    tell(2 * pair, `${2 * pair}, ${2 * pair + 1}`, TOKENS - 2);
  };
}
