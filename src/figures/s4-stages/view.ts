import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { circle } from "./circle.ts";
import type { Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { panel } from "./panel.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";
import { kernel, spectrum } from "./plots.ts";
import { terms } from "./terms.ts";

/** The circle, the plane with the poles and their terms, the numbers at one root; below, the transform and the kernel. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const group = () => mute.append("g");
  const parts = [
    circle(group(), svg, layout, { title: say("circle"), look: say("look") }, (p) => stage.set(p)),
    plane(group(), layout, { title: say("plane"), beyond: say("beyond") }),
    terms(group(), layout, [say("termsTitle"), say("beyond")]),
    panel(group(), layout),
    spectrum(group(), layout, [say("spectrum"), say("real"), say("imaginary")], say("beyond")),
    kernel(group(), layout, [say("kernel"), say("defined"), say("found")], say("beyond")),
  ];
  return {
    draw(moment) {
      for (const draw of parts) draw(moment);
    },
    destroy: () => svg.remove(),
  };
}
