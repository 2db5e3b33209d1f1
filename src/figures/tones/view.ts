import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { adding } from "./adding.ts";
import { type Run, seenAt, toneAt } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { turning } from "./turning.ts";

/** One tone and its arrows, turning; or all tones, one after the other. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = { one: mute.append("g"), all: mute.append("g") };
  const draw = {
    one: turning(groups.one, layout, say),
    all: adding(groups.all, layout, say),
  };
  let moment: Moment<Setting, Run>;
  const { left, right } = layout.waves;
  const tell = scrub(svg, layout.waves, {
    label: say("look"),
    at: (px) => linear(left, right, 0, moment.result.n)(px),
    t: () => moment.t,
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, t } = next;
      for (const which of ["one", "all"] as const)
        groups[which].attr("display", which === v.show ? null : "none");
      draw[v.show](next);
      tell.grip.attr("display", v.show === "one" ? null : "none");
      const j = toneAt(r, v, t);
      const y = seenAt(r.tones[j]!.K, j, Math.floor(t), r.n);
      tell(Math.floor(t), `t = ${Math.floor(t)}, y = ${format(Math.abs(y) < 1e-12 ? 0 : y)}`, r.n);
    },
    destroy: () => svg.remove(),
  };
}
