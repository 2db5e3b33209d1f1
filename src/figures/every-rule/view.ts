import { key } from "../../draw/key.ts";
import { picture } from "../../draw/picture.ts";
import { ruleKey } from "../../draw/ruleMarks.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { hands } from "./hands.ts";
import { kept } from "./kept.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import { phase } from "./phase.ts";
import type { Phrase } from "./phrases.ts";
import { sizes } from "./sizes.ts";

/** Left the two states, or the poles of LegS; right how long the state is, step by step. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const left = { spring: mute.append("g"), legs: mute.append("g") };
  const draw = { spring: phase(left.spring, layout, say), legs: kept(left.legs, layout, say) };
  const drawSizes = sizes(mute.append("g"), layout, say);
  const drawRules = ruleKey(mute, layout.rules, say);
  const place = { left: layout.rules.left - 8, right: layout.width, y: layout.key };
  const lay = key(mute.append("g"), { ...place, size: layout.type }, [
    { look: "goal", word: say("exactly") },
    { look: "region", word: say("fadesHere"), as: "area" },
  ]);
  const drawHands = hands(svg, layout, stage);
  return {
    draw(moment) {
      const { system, rule } = moment.values;
      for (const which of ["spring", "legs"] as const)
        left[which].attr("display", which === system ? null : "none");
      draw[system](moment);
      drawSizes(moment);
      drawRules(rule);
      lay((k) => k === 0 || system === "legs");
      drawHands(moment);
    },
    destroy: () => svg.remove(),
  };
}
