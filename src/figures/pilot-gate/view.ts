import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { gateOfPart, stepOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { ratios } from "./ratios.ts";
import { rows } from "./rows.ts";

/** Estimate, gain and gate over the symbols; or how much each forgets from pilot to pilot, by noise. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = { time: mute.append("g"), ratio: mute.append("g") };
  const drawRows = rows(groups.time, layout, say);
  const drawRatios = ratios(groups.ratio, layout, say);
  let now: Moment<Setting, Run>;
  const [first, last] = [layout.rows[0], layout.rows[2]];
  const tell = scrub(
    svg,
    { ...first, height: last.bottom - first.top },
    {
      label: say("scrub"),
      at: (px) => linear(first.left, first.right, 0, now.result.link.L - 1)(px),
      t: () => now.t,
      seek: stage.seek,
    },
  );
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t, withheld } = moment;
      for (const [name, group] of Object.entries(groups))
        group.attr("display", name === v.show ? null : "none");
      tell.grip.attr("display", v.show === "time" ? null : "none");
      if (v.show === "ratio") return drawRatios(moment);
      drawRows(moment);
      const at = stepOf(r, t);
      const gate = withheld?.size ? undefined : gateOfPart(r, v)?.gate[at];
      const spoken = gate === undefined ? "" : `, ${say("gateRow")} ${fixed(gate, 2)}`;
      tell(at, `${at}: ${say("gainRow")} ${fixed(r.gain[at]!, 2)}${spoken}`, r.link.L - 1);
    },
    destroy: () => svg.remove(),
  };
}
