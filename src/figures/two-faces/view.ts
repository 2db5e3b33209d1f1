import { key } from "../../draw/key.ts";
import { type Pen, picture, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { costView } from "./costView.ts";
import { hands } from "./hands.ts";
import { compact, type Layout, wide } from "./layout.ts";
import { matrixView } from "./matrixView.ts";
import { panel } from "./panel.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { outputsView, statesStrips, statesTable } from "./statesView.ts";

/** The matrix, the outputs and the states under one another's tokens, with the sums of one row; or the cost of the three ways. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [steps, cost] = [mute.append("g"), mute.append("g")];
  const parts = [
    matrixView(steps, layout, say),
    outputsView(steps, layout, say),
    layout.narrow ? statesStrips(steps, layout) : statesTable(steps, layout, say),
    panel(steps, layout, say),
  ];
  keys(steps, layout, say);
  const drawCost = costView(cost, layout, say);
  let now: Moment<Setting, Run>;
  const { ground, tell } = hands(svg, layout, {
    label: say("look"),
    rank: say("rankWord"),
    now: () => now,
    set: (patch) => stage.set(patch),
  });
  return {
    draw(moment) {
      now = moment;
      const few = moment.values.show === "steps";
      steps.attr("display", few ? null : "none");
      cost.attr("display", few ? "none" : null);
      ground.attr("display", few ? null : "none");
      if (!few) return drawCost(moment);
      for (const draw of parts) draw(moment);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** What the marks in the matrix say. */
function keys(pen: Pen, layout: Layout, say: (word: Phrase) => string): void {
  const { y, right } = layout.key;
  key(pen, { left: 2, right, y, size: layout.type }, [
    { look: "faces-plus", word: say("positive"), as: "M2 -7h14v14h-14zM6 0h6M9 -3v6" },
    { look: "faces-minus", word: say("negative"), as: "M2 -7h14v14h-14zM6 0h6" },
    { look: "faces-now", word: say("nowWord"), as: "M2 -6h14v12h-14z" },
    { look: "faces-through", word: say("throughWord"), as: "M2 -6h14v12h-14z" },
  ]);
  const line = layout.narrow ? 52 : 22;
  write(pen, 2, y + line, "start", say("ranks"));
}
