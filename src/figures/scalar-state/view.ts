import type { Selection } from "d3";
import { graspable, tellValue } from "../../kit/draw/hand.ts";
import { picture } from "../../kit/draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { own } from "../../kit/signal.ts";
import type { Run, Setting } from "./compute.ts";
import { diagram } from "./diagram.ts";
import { compact, wide } from "./geometry.ts";
import { place, plots, type Frame } from "./plots.ts";

type Words = "u" | "h" | "y" | "delay" | "draw" | "flow";

/** The flow diagram above, three aligned plots below; the input is drawn by hand, the others scrub the playhead. */
export function view(stage: Stage<Setting, Words>): View<Setting, Run> {
  const layout = stage.compact ? compact : wide;
  const frame: Frame = stage.compact
    ? { left: 42, right: 352, top: layout.height + 10, height: 62, gap: 8 }
    : { left: 62, right: 668, top: layout.height + 16, height: 84, gap: 10 };
  const height = frame.top + 3 * frame.height + 2 * frame.gap + 8;
  const { svg, mute } = picture(stage.host, layout.width, height, stage.say("flow"));
  const drawFlow = diagram(mute.append("g"), layout, stage.say("delay"));
  const drawPlots = plots(mute.append("g"), frame);
  let moment: Moment<Setting, Run> | undefined;

  const surface = (
    row: number,
    rows: number,
  ): Selection<SVGGraphicsElement, unknown, null, undefined> =>
    svg
      .append<SVGGraphicsElement>("rect")
      .attr("class", "surface")
      .attr("x", frame.left - 8)
      .attr("width", frame.right - frame.left + 16)
      .attr("y", frame.top + row * (frame.height + frame.gap))
      .attr("height", rows * frame.height + (rows - 1) * frame.gap);

  const step = (x: number, run: Run) => {
    const t = ((x - frame.left) / (frame.right - frame.left)) * (run.u.length - 1);
    return Math.max(0, Math.min(run.u.length - 1, Math.round(t)));
  };
  let stroke: { t: number; u: number } | undefined;
  const paint = (t: number, u: number) => {
    const data = moment!.result.u.slice();
    const from = stroke ?? { t, u };
    // A quick pointer skips steps: fill them along the straight line.
    const n = Math.max(1, Math.abs(t - from.t));
    for (let i = 0; i <= n; i++)
      data[Math.round(from.t + ((t - from.t) * i) / n)] = from.u + ((u - from.u) * i) / n;
    stroke = { t, u };
    stage.set({ input: own(data) });
  };
  const drawing = surface(0, 1).classed("drawing", true);
  graspable(drawing, {
    label: stage.say("draw"),
    takes: (e) => e.pointerType !== "touch" || moment?.values.input.kind === "own",
    move: (px, py, first) => {
      if (first) stroke = undefined;
      const { most } = place(frame, moment!.result);
      const half = frame.height / 2 - 3;
      const u = ((frame.top + frame.height / 2 - py) / half) * most[0]!;
      paint(step(px, moment!.result), Math.max(-most[0]!, Math.min(most[0]!, u)));
    },
    nudge: (dx, dy) => {
      stroke = undefined;
      const t = Math.floor(moment!.t);
      if (dx) stage.seek(t + dx);
      else paint(t, moment!.result.u[t]! + dy * 0.1);
    },
  });
  const scrub = surface(1, 2);
  graspable(scrub, {
    label: `${stage.say("h")}, ${stage.say("y")}`,
    move: (px) => stage.seek(step(px, moment!.result)),
    nudge: (dx, dy) => stage.seek(Math.floor(moment!.t) + dx + dy),
  });

  return {
    draw(next) {
      moment = next;
      const { result, values, t } = next;
      drawFlow(result, values, t);
      drawPlots(next);
      const now = Math.floor(t);
      drawing.classed("mine", values.input.kind === "own");
      tellValue(drawing, `t = ${now}, u = ${fixed(result.u[now]!)}`, result.u[now]!, -10, 10);
      tellValue(
        scrub,
        `t = ${now}, h = ${fixed(result.h[now]!)}, y = ${fixed(result.y[now]!)}`,
        now,
        0,
        result.u.length - 1,
      );
    },
    destroy: () => svg.remove(),
  };
}
