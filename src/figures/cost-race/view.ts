import { grown } from "../../draw/box.ts";
import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { bars } from "./bars.ts";
import type { Run } from "./compute.ts";
import { lanes } from "./lanes.ts";
import { compact, wide } from "./layout.ts";
import { WRITTEN } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { acrossOf, ACROSS, plots, type Hidden } from "./plots.ts";
import { positionAt } from "./readouts.ts";

/** What the three write and what it costs them, or what was published of larger ones. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [here, there] = [mute.append("g"), mute.append("g")];
  const drawLanes = lanes(here, layout, say);
  const drawPlots = plots(here, layout, say);
  bars(there, layout, say);
  let now: Moment<Setting, Run>;
  const { time, loss } = layout.plots;
  const across = acrossOf(layout);
  const back = linear(across(ACROSS[0]), across(ACROSS[1]), ...ACROSS);
  const { left, right, top } = time;
  const tell = scrub(svg, grown({ left, right, top, bottom: loss.bottom }, 4), {
    label: say("scrub"),
    at: (px) => 10 ** back(px) - now.result.start,
    t: () => now.t,
    seek: stage.seek,
  });
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      const races = v.show === "race";
      here.attr("display", races ? null : "none");
      there.attr("display", races ? "none" : null);
      tell.grip.attr("display", races ? null : "none");
      if (!races) return;
      const hides = hidden(moment.withheld);
      drawLanes(r, v, t, hides);
      drawPlots(r, v, t, hides);
      tell(
        Math.floor(t),
        say("atPosition").replace("{position}", String(positionAt(r, t))),
        WRITTEN,
      );
    },
    destroy: () => svg.remove(),
  };
}

/** What each carries, by the readouts that tell it. */
const carries = {
  mamba: /^kbMamba$/,
  lstm: /^kbLstm$/,
  transformer: /^(kbT|mbT|bytes|crossing|each)/,
} as const;

/** Which row a question's withheld readouts belong to, and of what is carried whose. */
function hidden(withheld: Moment<Setting, Run>["withheld"]): Hidden {
  const names = [...(withheld ?? [])];
  const any = (pattern: RegExp) => names.some((name) => name === "picture" || pattern.test(name));
  return {
    time: any(/^(ms|time)/),
    bytes: (racer) => any(carries[racer]),
    loss: any(/^(loss|far)/),
  };
}
