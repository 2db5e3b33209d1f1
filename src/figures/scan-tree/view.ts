import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { counters } from "./counters.ts";
import { hands } from "./hands.ts";
import { compact, gridOf, wide } from "./layout.ts";
import { margins } from "./margins.ts";
import { dependencies, lookedAt } from "./network.ts";
import { nodes } from "./nodes.ts";
import { panel } from "./panel.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { wires } from "./wires.ts";

/** The network of a scan from the pairs at the top to the results, level by level; below, the sum in one of its nodes. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawCounters = counters(mute, layout, { work: say("work"), depth: say("depth") });
  const drawMargins = margins(mute, layout, say);
  const drawWires = wires(mute);
  const drawNodes = nodes(mute, layout);
  const drawPanel = panel(mute, layout, say);
  let now: Moment<Setting, Run>;
  const tell = hands(svg, layout, {
    label: say("look"),
    now: () => now,
    set: (patch) => stage.set(patch),
  });
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      const grid = gridOf(r.network, layout);
      const chosen = lookedAt(r.network, v.node, t);
      const lit = chosen === undefined ? new Set<number>() : dependencies(r.network, chosen);
      const span = chosen === undefined ? null : r.network.nodes[chosen]!.span;
      drawCounters(r, v, t);
      drawMargins(r.network, grid, span, t);
      drawWires(r.network, { grid, t, lit, turned: v.swap });
      drawNodes(r, { grid, t, chosen, lit });
      drawPanel(r, { node: chosen, t, turned: v.swap });
      tell();
    },
    destroy: () => svg.remove(),
  };
}
