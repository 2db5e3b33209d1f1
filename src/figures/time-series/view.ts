import { type Pen, picture, write } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { originHand, trainHand } from "./hands.ts";
import { compact, type Layout, wide } from "./layout.ts";
import { learning } from "./learning.ts";
import { ledger } from "./ledger.ts";
import { cover, errors } from "./panels.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plot } from "./plot.ts";

/** The series with its forecasts; below, how well they did and how S6 learned, or how it went on every series. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const group = () => mute.append("g");
  const [whole, errorsAt, coverAt, learningAt, ledgerAt, from] = Array.from({ length: 6 }, group);
  const parts = [
    plot(whole!, layout, say),
    errors(errorsAt!, layout.errors, say),
    cover(coverAt!, layout.cover, say),
    learning(learningAt!, layout, say),
    ledger(ledgerAt!, layout, say),
    source(from!, layout, say),
  ];
  const told = { scores: [errorsAt!, coverAt!, learningAt!], every: [ledgerAt!] };
  const tellOrigin = originHand(svg, layout.series, stage, () => moment!);
  const drawTrain = trainHand(svg, layout.series, stage, () => moment!);
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      const secret = next.withheld?.has("picture") === true;
      for (const [name, groups] of Object.entries(told))
        for (const g of groups)
          g.attr("display", secret || name !== next.values.below ? "none" : null);
      tellOrigin();
      drawTrain();
    },
    destroy: () => svg.remove(),
  };
}

/** Where the series is from. */
function source(pen: Pen, layout: Layout, say: (phrase: Phrase) => string) {
  const { width, top } = layout.source;
  const text = write(pen, 2, top);
  let shown = "";
  return ({ values: { series } }: Moment<Setting, Run>) => {
    const id = series.kind === "given" ? series.id : "own";
    if (id === shown) return;
    shown = id;
    text
      .selectAll("tspan")
      .data(linesOf(say(`from_${id}` as Phrase), width, layout.size))
      .join("tspan")
      .attr("x", 2)
      .attr("dy", (_, k) => (k === 0 ? 0 : 17))
      .text((line) => line);
  };
}
