import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { claimList } from "./claimList.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { table } from "./table.ts";

/** A dot plot, models down and tasks across; or the list of claims. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const [results, claims] = [mute.append("g"), mute.append("g")];
  const drawTable = table(results, svg, layout, stage);
  svg.selectAll(".grip").classed("of-results", true);
  const drawClaims = claimList(claims, svg, layout, stage);
  return {
    draw({ result, values }) {
      const isTable = values.show === "results";
      results.attr("display", isTable ? null : "none");
      claims.attr("display", isTable ? "none" : null);
      svg.selectAll(".grip.of-results").attr("display", isTable ? null : "none");
      svg.selectAll(".grip:not(.of-results)").attr("display", isTable ? "none" : null);
      if (isTable) drawTable(result, values);
      else drawClaims(result);
    },
    destroy: () => svg.remove(),
  };
}
