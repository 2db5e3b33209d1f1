import { key } from "../../draw/key.ts";
import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { balance, sums } from "./balance.ts";
import type { Run } from "./compute.ts";
import { bothBells, product } from "./curves.ts";
import { handles } from "./handles.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Two bells, their product place by place, and the balance of their precisions. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let now: Moment<Setting, Run>;
  const parts = [
    bothBells(mute.append("g"), layout),
    product(mute.append("g"), layout, stage),
    balance(mute.append("g"), layout, stage),
    sums(mute.append("g"), layout),
  ];
  const { left, ...place } = layout.key;
  key(mute.append("g"), { left, right: layout.width - 4, ...place }, [
    { look: "line ghost", symbol: "hprior", word: say("prior") },
    { look: "line thin dashed", symbol: "y", word: say("likelihood") },
    { look: "line", symbol: "hhat", word: say("posterior") },
    { look: "bells-weight", symbol: "hprior", word: say("weight"), as: "M3 -6h12v12h-12z" },
  ]);
  const drawHandles = handles(svg, layout, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      for (const draw of parts) draw(moment);
      drawHandles();
    },
    destroy: () => svg.remove(),
  };
}
