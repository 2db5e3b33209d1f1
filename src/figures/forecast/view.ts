import { linesOf } from "../../draw/text.ts";
import { type Pen, picture, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { apart } from "./apart.ts";
import type { Run } from "./compute.ts";
import { originHand, trainHand } from "./hands.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { cover, errors } from "./panels.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plot } from "./plot.ts";

/** The series with its forecast, what it is made of, and below how well such forecasts have done. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  const group = () => mute.append("g");
  const panel = {
    errors: say("errors"),
    cover: say("cover"),
    ahead: say("ahead"),
    off: say("off"),
  };
  const [whole, made, errorsAt, coverAt, from] = [group(), group(), group(), group(), group()];
  const parts = [
    plot(whole, layout.series, {
      seen: say("seen"),
      fan: say("fan"),
      missed: say("missed"),
      naive: say("naiveLine"),
      learnt: say("learnt"),
      off: say("off"),
    }),
    apart(made, layout.parts, {
      level: say("level"),
      slope: say("slope"),
      season: say("season"),
      rest: say("rest"),
      logs: say("logs"),
    }),
    errors(errorsAt, layout.errors, panel),
    cover(coverAt, layout.cover, panel),
    source(from, layout.source, say),
  ];
  const tellOrigin = originHand(svg, layout.series, stage, () => moment!);
  const drawTrain = trainHand(svg, layout.series, stage, () => moment!);
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      for (const part of [errorsAt, coverAt]) part.attr("display", secret(next) ? "none" : null);
      tellOrigin();
      drawTrain();
    },
    destroy: () => svg.remove(),
  };
}

/** How well the forecasts did is still to be guessed. */
export const secret = (m: Moment<Setting, Run>): boolean => m.withheld?.has("picture") === true;

/** Where the series is from. */
function source(pen: Pen, { width, size, top }: Layout["source"], say: (phrase: Phrase) => string) {
  const text = write(pen, 2, top);
  let shown = "";
  return ({ values: { series } }: Moment<Setting, Run>) => {
    const id = series.kind === "given" ? series.id : "own";
    if (id === shown) return;
    shown = id;
    const lines = linesOf(say(`from_${id}` as Phrase), width, size);
    text
      .selectAll("tspan")
      .data(lines)
      .join("tspan")
      .attr("x", 2)
      .attr("dy", (_, k) => (k === 0 ? 0 : 17))
      .text((line) => line);
  };
}
