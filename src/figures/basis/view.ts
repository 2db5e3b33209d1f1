import { grown } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { linear, picture, write } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { LAGS, type Run } from "./compute.ts";
import { hands } from "./hands.ts";
import { kernel } from "./kernel.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";
import { scaleOf } from "./scale.ts";
import { tables } from "./tables.ts";

/** The plane with the basis to drag; the model in both bases; the kernel, which stays. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { plane: field, kernel: plot, type: size } = layout;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const drawPlane = plane(mute.append("g"), field, say("beyond"));
  key(
    mute,
    { left: stage.compact ? 8 : 12, right: stage.compact ? 352 : 336, y: layout.key, size },
    [
      { look: "line thin", symbol: "h", word: say("path") },
      { look: "line smooth", symbol: "basis", word: say("steps") },
    ],
  );
  const drawOld = tables(mute, layout.old, say("old"), { A: "A", B: "B", C: "C" });
  const drawNow = tables(mute, layout.now, say("now"), { A: "Anew", B: "Bnew", C: "Cnew" });
  write(mute, plot.left - 32, plot.top - 31, "start", say("kernel"), "tick axis-title");
  key(mute, { left: plot.left - 32, right: plot.right, y: plot.top - 12, size }, [
    { look: "goal thin", word: say("byOld") },
    { look: "dots", symbol: "K", word: say("byNew"), as: "dot" },
  ]);
  const drawKernel = kernel(mute.append("g"), plot);
  let moment: Moment<Setting, Run> | undefined;
  const tellTime = scrub(svg, grown(plot, 8), {
    label: say("scrub"),
    at: linear(plot.left, plot.right, 0, LAGS),
    t: () => moment!.t,
    seek: stage.seek,
  });
  const drawHands = hands(svg, stage, () => ({
    T: moment!.values.T,
    scale: scaleOf(field, moment!),
  }));
  return {
    draw(next) {
      moment = next;
      drawPlane(next, scaleOf(field, next));
      drawOld(next.result.old.model);
      drawNow(next.result.now?.model);
      drawKernel(next);
      drawHands();
      const k = Math.floor(next.t);
      tellTime(k, `k = ${k}, K = ${fixed(next.result.old.K[k]!)}`, LAGS);
    },
    destroy: () => svg.remove(),
  };
}
