import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { receivers, type Run } from "./compute.ts";
import { curves } from "./curves.ts";
import { lanes } from "./lanes.ts";
import { compact, wide } from "./layout.ts";
import { shows, stepOf, wrongSoFar } from "./look.ts";
import type { Setting } from "./params.ts";
import { phase } from "./phase.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";

/** One transmission: plane, angle and errors; or how often symbols are told wrongly, by noise. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = { run: mute.append("g"), curve: mute.append("g") };
  const draws = [plane, phase, lanes].map((part) => part(groups.run, layout, say));
  const drawCurves = curves(groups.curve, layout, say);
  let now: Moment<Setting, Run>;
  const along = (area: typeof layout.phase) =>
    scrub(svg, area, {
      label: say("scrub"),
      at: (px) => linear(area.left, area.right, 0, now.result.link.L - 1)(px),
      t: () => now.t,
      seek: stage.seek,
    });
  const tell = along(layout.phase);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t, withheld } = moment;
      for (const [name, group] of Object.entries(groups))
        group.attr("display", name === v.show ? null : "none");
      tell.grip.attr("display", v.show === "run" ? null : "none");
      if (v.show === "curve") return drawCurves(moment);
      for (const draw of draws) draw(moment);
      const counts = receivers
        .filter((who) => shows(v, who))
        .map((who) => `${say(who)} ${wrongSoFar(r, who, t)}`)
        .join(", ")
        .replaceAll("NaN", "–");
      const spoken = withheld?.size ? "" : `; ${say("errors")}: ${counts}`;
      tell(stepOf(r, t), `${stepOf(r, t)}${spoken}`, r.link.L - 1);
    },
    destroy: () => svg.remove(),
  };
}
