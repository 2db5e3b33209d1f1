import { graspable, tellValue } from "../../draw/hand.ts";
import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { at, type Run, type Setting } from "./compute.ts";
import { pairs } from "./pairs.ts";
import { clock, paces, rows } from "./rows.ts";

type Words =
  | "normal"
  | "played"
  | "memory"
  | "legs"
  | "legt"
  | "legend"
  | "window"
  | "scrub"
  | "picture";

const layouts = {
  wide: {
    width: 680,
    height: 420,
    rows: { left: 62, right: 668, tops: [22, 128] as const, height: 80 },
    legs: { left: 62, right: 348, top: 252, height: 132 },
    legt: { left: 382, right: 668, top: 252, height: 132 },
    legend: 406,
  },
  compact: {
    width: 360,
    height: 452,
    rows: { left: 28, right: 350, tops: [22, 120] as const, height: 72 },
    legs: { left: 28, right: 350, top: 226, height: 92 },
    legt: { left: 28, right: 350, top: 334, height: 92 },
    legend: 446,
  },
} as const;

/** Two speeds above, and below what two memories make of them. */
export function view(stage: Stage<Setting, Words>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let moment: Moment<Setting, Run> | undefined;
  const place = layout.rows;
  const drawRows = rows(mute.append("g"), place, say);
  const drawLegs = pairs(mute.append("g"), layout.legs, say("legs"));
  const drawLegt = pairs(mute.append("g"), layout.legt, say("legt"));
  const legend = mute.append("text").attr("class", "tick").attr("text-anchor", "end");
  legend.attr("x", place.right).attr("y", layout.legend).text(say("legend"));
  const surfaces = place.tops.map((top, k) => {
    const surface = svg
      .append<SVGGraphicsElement>("rect")
      .attr("class", "surface")
      .attr("x", place.left - 6)
      .attr("width", place.right - place.left + 12)
      .attr("y", top)
      .attr("height", place.height);
    graspable(surface, {
      label: say("scrub"),
      move: (px) => {
        const { result: r } = moment!;
        const zero = clock(place, r)(0);
        const time = (px - zero) / (clock(place, r)(1) - zero);
        stage.seek(Math.max(0, Math.min(r.u.length - 1, Math.floor(time * paces(r)[k]!))));
      },
      nudge: (dx, dy) => stage.seek(Math.floor(moment!.t) + dx + dy),
    });
    return surface;
  });
  return {
    draw(next) {
      moment = next;
      const { result: r, t, ghost } = next;
      const pinned = (which: "legs" | "legt") =>
        ghost && at(ghost.result[which].played, ghost.result, t);
      drawRows(next);
      drawLegs(r, r.legs, t, pinned("legs"));
      drawLegt(r, r.legt, t, pinned("legt"));
      const now = Math.floor(t);
      surfaces.forEach((surface) =>
        tellValue(surface, `t = ${now}, u = ${format(r.u[now]!)}`, now, 0, r.u.length - 1),
      );
    },
    destroy: () => svg.remove(),
  };
}
