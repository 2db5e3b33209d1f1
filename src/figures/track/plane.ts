import { type Pen, tenth } from "../../draw/picture.ts";
import { rowOf } from "../../models/kalman/model.ts";
import type { Run } from "./compute.ts";
import { drift } from "./ellipse.ts";
import type { Layout } from "./layout.ts";
import { cross, OF_STATE, OF_TRUTH, oval, ring, targetAt, trail } from "./marks.ts";
import type { Setting } from "./params.ts";
import { terrain } from "./terrain.ts";

/** A fix fades with its age: up to so many steps it is drawn so strongly. */
const AGES = [
  { steps: 3, opacity: 1 },
  { steps: 15, opacity: 0.7 },
  { steps: 45, opacity: 0.45 },
  { steps: Infinity, opacity: 0.3 },
] as const;
/** Past ellipses stand at every so many steps. */
const EVERY = 8;

/** The plane from above: the target's way, the fixes, what the filter believes, and what hindsight makes of it. */
export function plane(pen: Pen, layout: Layout, words: { roof: string; radar: string }) {
  const { px, py } = layout;
  const ground = terrain(pen, layout, words);
  const path = (name: string, symbol: string | null) =>
    ground.inside.append("path").attr("class", name).attr("data-symbol", symbol);
  const past = path("ellipse past", "P");
  const smoothed = path("ribbon", "hsmooth");
  const truth = path("truth", null);
  const fixes = AGES.map(({ opacity }) => path("fix", "y").attr("opacity", opacity));
  const refused = path("refused", "y");
  const ghost = path("line ghost", "hhat");
  const estimate = path("line thin", "hhat");
  const next = path("ellipse next", "hprior");
  const present = path("ellipse present", "P");
  const dot = ground.inside
    .append("circle")
    .attr("class", "now")
    .attr("r", 5)
    .attr("data-symbol", "hhat");

  const drawFixes = ({ fixes: z, taken }: Run, now: number) => {
    const d = AGES.map(() => "");
    let rings = "";
    for (let t = 0; t <= now; t++) {
      if (Number.isNaN(z[2 * t])) continue;
      const [x, y] = [px(z[2 * t]!), py(z[2 * t + 1]!)];
      d[AGES.findIndex(({ steps }) => now - t <= steps)] += cross(x, y, 3.5);
      if (!taken[t]) rings += ring(x, y, 7);
    }
    fixes.forEach((f, k) => f.attr("d", d[k]!));
    refused.attr("d", rings);
  };
  const drawBelief = ({ filtered, ellipses }: Run, v: Setting, t: number, now: number) => {
    const { data } = filtered.filteredMean;
    const [mean, P] = [rowOf(filtered.filteredMean, now), filtered.filteredCov[now]!.data];
    const [here, ahead] = [drift(mean, P, v.q, t - now), drift(mean, P, v.q, 1)];
    const [x, y] = [tenth(px(here.x)), tenth(py(here.y))];
    let ovals = "";
    for (let k = 0; k < now; k += EVERY)
      ovals += oval(layout, data[4 * k]!, data[4 * k + 2]!, ellipses[k]!);
    past.attr("d", ovals);
    estimate.attr("d", `${trail(layout, data, OF_STATE, now)}L${x} ${y}`);
    present.attr("d", oval(layout, here.x, here.y, here.ellipse));
    next.attr(
      "d",
      oval(layout, ahead.x, ahead.y, ahead.ellipse) + ring(px(ahead.x), py(ahead.y), 3),
    );
    dot.attr("cx", x).attr("cy", y);
  };

  return (run: Run, v: Setting, t: number, pinned: Run | undefined) => {
    const now = Math.min(run.L - 1, Math.floor(t));
    const [x, y] = targetAt(run, t);
    ground.draw(v);
    truth.attr("d", `${trail(layout, run.truth, OF_TRUTH, now)}L${tenth(px(x))} ${tenth(py(y))}`);
    drawFixes(run, now);
    drawBelief(run, v, t, now);
    smoothed.attr("d", run.smoothed ? trail(layout, run.smoothed.mean.data, OF_STATE, now) : "");
    ghost.attr("d", pinned ? trail(layout, pinned.filtered.filteredMean.data, OF_STATE, now) : "");
  };
}
