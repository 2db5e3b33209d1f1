import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { own } from "./own.ts";
import { panes } from "./panes.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** How both sides learn, or how they read the reader's sequence. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const { width, height } = layout;
  const { svg, mute } = picture(stage.host, width, height, stage.say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const now = () => moment!;
  const [curves, table] = [mute.append("g"), mute.append("g")];
  const drawOwn = own(table, svg, layout, stage, now);
  svg.selectAll(".grip").classed("of-own", true);
  const drawPanes = panes(curves, svg, layout, stage, now);
  return {
    draw(next) {
      moment = next;
      const learns = next.values.show === "learning";
      curves.attr("display", learns ? null : "none");
      table.attr("display", learns ? "none" : null);
      svg.selectAll(".of-own").attr("display", learns ? "none" : null);
      drawPanes(learns ? next : undefined);
      if (!learns) drawOwn(next);
    },
    destroy: () => svg.remove(),
  };
}
