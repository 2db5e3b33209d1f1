import { scrub } from "../../draw/scrub.ts";
import { box, grown } from "../../draw/box.ts";
import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { at, type Run } from "./compute.ts";
import { pairs } from "./pairs.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { clock, paces, rows } from "./rows.ts";

const layouts = {
  wide: {
    width: 680,
    height: 420,
    rows: { left: 62, right: 668, tops: [22, 128] as const, height: 80 },
    legs: box({ left: 62, right: 348, top: 252, height: 132 }),
    legt: box({ left: 382, right: 668, top: 252, height: 132 }),
    legend: 406,
  },
  compact: {
    width: 360,
    height: 452,
    rows: { left: 28, right: 350, tops: [22, 120] as const, height: 72 },
    legs: box({ left: 28, right: 350, top: 226, height: 92 }),
    legt: box({ left: 28, right: 350, top: 334, height: 92 }),
    legend: 446,
  },
} as const;

/** Two speeds above, and below what two memories make of them. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
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
  const scrubs = place.tops.map((top, k) => {
    const { left, right, height } = place;
    return scrub(svg, grown(box({ left, right, top, height }), 6), {
      label: say("scrub"),
      at: (px) => {
        const { result: r } = moment!;
        const zero = clock(place, r)(0);
        const time = (px - zero) / (clock(place, r)(1) - zero);
        return Math.floor(time * paces(r)[k]!);
      },
      t: () => moment!.t,
      seek: stage.seek,
    });
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
      for (const tell of scrubs) tell(now, `t = ${now}, u = ${format(r.u[now]!)}`, r.u.length - 1);
    },
    destroy: () => svg.remove(),
  };
}
