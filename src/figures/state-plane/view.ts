import { picture, stroke } from "../../draw/picture.ts";
import { timeHands } from "../../draw/timeHands.ts";
import { bottom, timeRows, timeScales, type Frame, type TimeRow } from "../../draw/timeRows.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { phase } from "./phase.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";

const layouts = {
  wide: {
    width: 680,
    plane: { left: 40, top: 8, size: 272 },
    phase: { left: 396, top: 8, size: 272 },
    frame: { left: 62, right: 668, top: 304, height: 58, gap: 10 },
  },
  compact: {
    width: 360,
    plane: { left: 2, top: 6, size: 170 },
    phase: { left: 188, top: 6, size: 170 },
    frame: { left: 42, right: 352, top: 190, height: 46, gap: 8 },
  },
} as const;

const shown: readonly TimeRow[] = [
  { symbol: "u", subscript: "t", as: "stems" },
  { symbol: "h", subscript: "1", as: "line" },
  { symbol: "h", subscript: "2", as: "line" },
  { symbol: "y", subscript: "t", as: "line" },
];

const series = (r: Run) => [r.u, r.h1, r.h2, r.y];

/** Above, the eigenvalues and the path of the state; below, input, states and output under one time axis. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const frame: Frame = layout.frame;
  const height = bottom(frame, 4) + 8;
  const { svg, mute } = picture(stage.host, layout.width, height, stage.say("whole"));
  const drawPhase = phase(mute.append("g"), layout.phase, stage.say("beyond"));
  const words = { label: stage.say("eigenvalue"), stable: stage.say("stable") };
  const drawPlane = plane(mute.append("g"), svg, layout.plane, words, (A) => stage.set({ A }));
  const drawRows = timeRows(mute.append("g"), frame, shown, stage.say("beyond"));
  const wall = stroke(mute, "wall");
  const stops = mute.append("text").attr("class", "tick").attr("text-anchor", "end");
  let moment: Moment<Setting, Run> | undefined;
  const tell = timeHands(svg, {
    frame,
    rows: 4,
    drawLabel: stage.say("draw"),
    scrubLabel: `${stage.say("h")}, ${stage.say("y")}`,
    now: () => ({
      u: moment!.result.u,
      input: moment!.values.input,
      t: moment!.t,
      held: moment!.held?.result.u,
    }),
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      const { result: run, values, t, ghost } = next;
      drawPlane(run, values, ghost?.result);
      drawPhase(next);
      const data = {
        series: series(run),
        ghosts: ghost && series(ghost.result),
        held: next.held && series(next.held.result),
      };
      drawRows({ ...data, t, future: values.future });
      const over = run.finite < run.u.length;
      const { x } = timeScales(frame, data);
      const edge = x(run.finite);
      wall.attr("d", over ? `M${edge} ${frame.top + frame.height}V${bottom(frame, 4)}` : "");
      stops
        .attr("x", edge - 6)
        .attr("y", frame.top + frame.height + frame.gap + 12)
        .text(over ? `${stage.say("stops")} t = ${run.finite}` : "");
      const now = Math.min(run.finite - 1, Math.floor(t));
      tell(`h = (${fixed(run.h1[now]!)}, ${fixed(run.h2[now]!)}), y = ${fixed(run.y[now]!)}`);
    },
    destroy: () => svg.remove(),
  };
}
