import { key } from "../../draw/key.ts";
import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { looking, network } from "./network.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { states } from "./states.ts";
import { sums } from "./sums.ts";

/** The bells of all steps so far, and the joins that made them. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let now: Moment<Setting, Run>;
  const parts = [
    states(mute.append("g"), layout, stage),
    network(mute.append("g"), layout, stage),
    sums(mute.append("g"), layout),
  ];
  const { left, ...place } = layout.key;
  key(mute.append("g"), { left, right: layout.width - 4, ...place }, [
    { look: "kscan-done", symbol: "hhat", word: say("done"), as: "area" },
    { look: "kscan-open", symbol: "hprior", word: say("open"), as: "area" },
    { look: "kscan-filter", word: say("filter"), as: "M9 -6v12M6 -6h6M6 0h6M6 6h6" },
    { look: "kscan-reading", symbol: "y", word: say("reading"), as: "M5 -4l8 8m0 -8l-8 8" },
    { look: "kscan-looked", word: say("looked"), as: "M1 -6h16v11h-16z" },
  ]);
  const tell = looking(svg, layout, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      for (const draw of parts) draw(moment);
      tell();
    },
    destroy: () => svg.remove(),
  };
}
