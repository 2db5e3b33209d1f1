import type { Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { blockLevel } from "./blockLevel.ts";
import { channelLevel } from "./channelLevel.ts";
import { layerLevel } from "./layerLevel.ts";
import { modelLevel } from "./modelLevel.ts";

/** From far to near. */
export const zooms = ["model", "layer", "block", "channel"] as const;

/** One level: what draws it, and where in it the next one lies. */
export interface Level {
  draw(moment: Moment<Setting, Run>): void;
  focus(v: Setting): readonly [x: number, y: number];
}

/** The four levels one behind the other: what is gone through grows and fades, what comes grows out of the place it lies in. */
export function insideView(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const made = { model: modelLevel, layer: layerLevel, block: blockLevel, channel: channelLevel };
  const levels = zooms.map((name) => {
    const g = pen.append("g").attr("class", "live-level");
    return { g, level: made[name](g, layout, say) };
  });
  return (moment: Moment<Setting, Run>) => {
    const at = zooms.indexOf(moment.values.zoom);
    levels.forEach(({ g, level }, k) => {
      const [x, y] = (k < at ? level : levels[Math.max(0, k - 1)]!.level).focus(moment.values);
      g.attr("class", `live-level${k < at ? " live-gone" : k > at ? " live-ahead" : ""}`)
        .attr("opacity", k === at ? null : 0)
        .style("transform-origin", `${Math.round(x)}px ${Math.round(y)}px`);
      if (k === at) level.draw(moment);
    });
  };
}
