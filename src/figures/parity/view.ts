import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { handView } from "./handView.ts";
import { compact, wide } from "./layout.ts";
import { learningView } from "./learningView.ts";
import { holdStream, ownView } from "./ownView.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const shows = ["hand", "learning", "own"] as const;

/** By hand, how three nets learn, or how they read: one of the three at a time. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, stage.say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const now = () => moment!;
  const pens = { hand: mute.append("g"), learning: mute.append("g"), own: mute.append("g") };
  const draw = {
    hand: handView(pens.hand, svg, layout, stage, now),
    learning: learningView(pens.learning, svg, layout, stage, now),
    own: ownView(pens.own, svg, layout, stage, now),
  };
  const tell = {
    hand: holdStream(svg, layout.hand, "of-hand", stage, now),
    learning: () => undefined,
    own: holdStream(svg, layout.own, "of-own", stage, now),
  };
  return {
    draw(next) {
      moment = next;
      const { show } = next.values;
      for (const other of shows) {
        pens[other].attr("display", other === show ? null : "none");
        svg.selectAll(`.of-${other}`).attr("display", other === show ? null : "none");
      }
      draw[show](next);
      tell[show]();
    },
    destroy: () => svg.remove(),
  };
}
