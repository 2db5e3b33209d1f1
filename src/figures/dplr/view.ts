import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { condition } from "./condition.ts";
import { cost } from "./cost.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import { parts } from "./parts.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";
import { through } from "./through.ts";

/** The two parts of A and their kernels; its eigenvectors and what is lost by them; or what a kernel costs. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, set } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const sheets = { parts: mute.append("g"), eigen: mute.append("g"), cost: mute.append("g") };
  const names = Object.keys(sheets) as Setting["show"][];
  /** The handles that were added last belong to this sheet. */
  const claim = (name: string) =>
    svg.selectAll(".grip:not(.claimed)").classed(`claimed of-${name}`, true);
  const drawParts = parts(sheets.parts, svg, layout, say, (kappa) => set({ kappa }));
  claim("parts");
  const drawPlane = plane(sheets.eigen, layout.plane, say);
  const drawCondition = condition(sheets.eigen, svg, layout.condition, say, set);
  const drawThrough = through(sheets.eigen, layout.through, say);
  claim("eigen");
  const drawCost = cost(sheets.cost, svg, layout, say, (power) => set({ power }));
  claim("cost");
  return {
    draw(next) {
      const { show } = next.values;
      for (const name of names) {
        const display = name === show ? null : "none";
        sheets[name].attr("display", display);
        svg.selectAll(`.grip.of-${name}`).attr("display", display);
      }
      if (show === "parts") drawParts(next);
      else if (show === "cost") drawCost(next);
      else {
        drawPlane(next.result, (next.held ?? next).result);
        drawCondition(next);
        drawThrough(next.result, (next.held ?? next).result);
      }
    },
    destroy: () => svg.remove(),
  };
}
