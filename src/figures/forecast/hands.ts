import { graspable, tellValue } from "../../draw/hand.ts";
import type { Root } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { unscaled, type Run } from "./compute.ts";
import type { Box } from "./layout.ts";
import { dateOf } from "./plot.ts";
import { seriesScales } from "./scales.ts";
import { MOST_AHEAD, type Setting } from "./setting.ts";

type Now = () => Moment<Setting, Run>;

/** The playhead, from which the forecast is made. */
export function originHand(svg: Root, box: Box, stage: Stage<Setting, "scrub">, now: Now) {
  const grip = svg
    .append<SVGGraphicsElement>("rect")
    .attr("class", "surface")
    .attr("x", box.left)
    .attr("y", box.top)
    .attr("width", box.right - box.left)
    .attr("height", box.bottom - box.top);
  graspable(grip, {
    label: stage.say("scrub"),
    move: (px) => {
      const { result, values } = now();
      const { x } = seriesScales(result, values, box);
      stage.seek(Math.max(0, Math.round((px - x(0)) / (x(1) - x(0)))));
    },
    nudge: (dx, dy) => stage.seek(Math.floor(now().t) + dx + dy),
  });
  return () => {
    const { result: r, values: v, t } = now();
    const step = Math.min(r.y.length - 1, Math.floor(t));
    const next = r.fans?.mean[step * MOST_AHEAD] ?? NaN;
    const text = Number.isNaN(next) ? "" : `, ${format(unscaled(next, v), 4)}`;
    tellValue(grip, dateOf(v, step) + text, step, 0, r.y.length - 1);
  };
}

/** The edge of what is learnt from, in per cent of the series. */
export function trainHand(svg: Root, box: Box, stage: Stage<Setting, "dragTrain">, now: Now) {
  const grip = svg.append<SVGGraphicsElement>("g");
  grip.append("path").attr("class", "learnt-edge").attr("d", `M0 ${box.top}V${box.bottom}`);
  grip.append("circle").attr("class", "hit").attr("cy", box.top).attr("r", 16);
  grip.append("circle").attr("class", "handle plain").attr("cy", box.top).attr("r", 6);
  const set = (train: number) =>
    stage.set({ train: Math.min(90, Math.max(20, Math.round(train))) });
  graspable(grip, {
    label: stage.say("dragTrain"),
    move: (px) => {
      const { result, values } = now();
      const { x } = seriesScales(result, values, box);
      set((100 * ((px - x(0)) / (x(1) - x(0)) + 1)) / result.y.length);
    },
    nudge: (dx, dy) => set(now().values.train + dx + dy),
  });
  return () => {
    const { result, values } = now();
    const { x } = seriesScales(result, values, box);
    grip
      .attr("display", result.status === "fine" ? null : "none")
      .attr("transform", `translate(${x(result.first).toFixed(1)},0)`);
    tellValue(grip, `${values.train} %`, values.train, 20, 90);
  };
}
