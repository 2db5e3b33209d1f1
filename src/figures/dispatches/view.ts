import { grown } from "../../draw/box.ts";
import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { bars, longest } from "./bars.ts";
import type { Run } from "./compute.ts";
import { chainPlot, grids } from "./counts.ts";
import { groups } from "./groups.ts";
import { compact, wide } from "./layout.ts";
import { memory } from "./memory.ts";
import { stepAt } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Twelve tokens on their way through the three dispatches; or a layer's workgroups and its chain, counted. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [small, whole] = [mute.append("g"), mute.append("g")];
  const drawSmall = [
    memory(small, layout, say),
    groups(small, layout, say),
    bars(small, layout, say),
  ];
  const drawWhole = [grids(whole, layout, say), chainPlot(whole, layout, say)];
  let now: Moment<Setting, Run>;
  const { bars: at } = layout;
  const tell = scrub(svg, grown({ ...at, height: 20 }, 4, 4), {
    label: say("scrub"),
    at: (px) => linear(at.left, at.right - 26, 0, longest(now.result))(px),
    t: () => now.t,
    seek: stage.seek,
  });
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      const numbers = v.show === "numbers";
      small.attr("display", numbers ? null : "none");
      whole.attr("display", numbers ? "none" : null);
      tell.grip.attr("display", numbers ? null : "none");
      const high = numbers ? layout.height : layout.countsHeight;
      svg
        .attr("viewBox", `0 0 ${layout.width} ${high}`)
        .attr("aria-label", say(numbers ? "whole" : "wholeCounts"));
      for (const draw of numbers ? drawSmall : drawWhole) draw(moment);
      const { dispatch, k, of } = stepAt(r, t);
      tell(Math.floor(t), dispatch === 0 ? "–" : `K${dispatch}: ${k} / ${of}`, r.steps.length);
    },
    destroy: () => svg.remove(),
  };
}
