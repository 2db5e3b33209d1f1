import { key } from "../../draw/key.ts";
import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { marks } from "./marks.ts";
import { moves } from "./moves.ts";
import { distances } from "./off.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";

/** The plane of the weights, the distances, and the last step in numbers. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let now: Moment<Setting, Run>;
  const parts = [
    plane(mute.append("g"), svg, layout, stage, () => now),
    distances(mute.append("g"), svg, layout, stage, () => now),
    moves(mute.append("g"), layout, say),
  ];
  const { left, ...place } = layout.key;
  key(mute.append("g"), { left, right: layout.width - 4, ...place }, [
    { look: "rules-kalman place", symbol: "hhat", word: say("filter"), as: marks.kalman(9, 0) },
    { look: "rules-delta place", symbol: "hdelta", word: say("delta"), as: marks.delta(9, 0) },
    { look: "rules-added place", symbol: "hadd", word: say("added"), as: marks.added(9, 0) },
    {
      look: "handle rules-truth",
      symbol: "h",
      word: say("truth"),
      as: "M1 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z",
    },
    { look: "rules-line", symbol: "y", word: say("line") },
    { look: "rules-line old", symbol: "y", word: say("lineBefore") },
    { look: "rules-doubt", symbol: "P", word: say("doubt"), as: "area" },
  ]);
  return {
    draw(moment) {
      now = moment;
      for (const draw of parts) draw(moment);
    },
    destroy: () => svg.remove(),
  };
}
