import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { hands } from "./hands.ts";
import { inputPlot } from "./inputPlot.ts";
import { compact, wide } from "./layout.ts";
import { lines } from "./lines.ts";
import { middlePlot } from "./middlePlot.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { statePlot } from "./statePlot.ts";

/** One step under one time axis: input, what is left of it or the rate, and the state; below, the same in numbers. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const parts = [inputPlot, middlePlot, statePlot, lines].map((part) =>
    part(mute.append("g"), layout, say),
  );
  const drawHands = hands(svg, layout, stage);
  return {
    draw(moment) {
      for (const draw of parts) draw(moment);
      drawHands(moment);
    },
    destroy: () => svg.remove(),
  };
}
