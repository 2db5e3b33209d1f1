import { scrub } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Root, stroke } from "../../draw/picture.ts";
import { dateIn } from "../../kit/bundled.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { scalesOf } from "./scales.ts";
import { fansOf, models } from "./score.ts";
import { unscaled } from "./setting.ts";

type Now = () => Moment<Setting, Run>;

/** The playhead, from which the forecasts are made. */
export function originHand(svg: Root, box: Box, stage: Stage<Setting, Phrase>, now: Now) {
  const tell = scrub(svg, box, {
    label: stage.say("scrub"),
    at: (px) => {
      const { result, values } = now();
      const { x } = scalesOf(result, values, box);
      return (px - x(0)) / (x(1) - x(0));
    },
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, values: v, t } = now();
    const step = Math.min(r.y.length - 1, Math.floor(t));
    const next = models.map((model) => {
      const mean = fansOf(r, v, model)?.mean[step * MOST_AHEAD] ?? NaN;
      return Number.isNaN(mean) ? "" : `, ${stage.say(model)} ${format(unscaled(mean, v), 4)}`;
    });
    tell(step, dateIn(v.series, step) + next.join(""), r.y.length - 1);
  };
}

/** The edge of what is learnt from, in per cent of the series. */
export function trainHand(svg: Root, box: Box, stage: Stage<Setting, Phrase>, now: Now) {
  const grip = svg.append<SVGGraphicsElement>("g");
  stroke(grip, "learnt-edge").attr("d", `M0 ${box.top}V${box.bottom}`);
  grip.append("circle").attr("class", "hit").attr("cy", box.top).attr("r", 16);
  grip.append("circle").attr("class", "handle plain").attr("cy", box.top).attr("r", 6);
  const set = (train: number) =>
    stage.set({ train: Math.min(90, Math.max(20, Math.round(train))) });
  graspable(grip, {
    label: stage.say("dragTrain"),
    move: (px) => {
      const { result, values } = now();
      const { x } = scalesOf(result, values, box);
      set((100 * ((px - x(0)) / (x(1) - x(0)) + 1)) / result.y.length);
    },
    nudge: (dx, dy) => set(now().values.train + dx + dy),
  });
  return () => {
    const { result, values } = now();
    const { x } = scalesOf(result, values, box);
    grip
      .attr("display", result.status === "fine" ? null : "none")
      .attr("transform", `translate(${x(result.first).toFixed(1)},0)`);
    tellValue(grip, `${values.train} %`, values.train, 20, 90);
  };
}
