import { key } from "../../draw/key.ts";
import { picture, stroke, type Pen } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { parts, type Run } from "./compute.ts";
import { costView } from "./costView.ts";
import { hands } from "./hands.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { pads } from "./pads.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Now } from "./scales.ts";
import { signals } from "./signals.ts";

/** Two routes from an input to an output, over one another: filter after filter, and one merged kernel. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  divide(mute, layout);
  const drawCosts = layout.costs && costView(mute, layout.costs, say);
  const drawPads = pads(mute, layout, say);
  const drawSignals = signals(mute, layout, say);
  const lay = keyOf(mute, layout, say);
  let moment: Now;
  const tell = hands(svg, layout, stage, () => moment);
  return {
    draw(next) {
      moment = next;
      drawCosts?.(next);
      drawPads(next);
      drawSignals(next);
      lay(next);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** Between the two programs and the one. */
function divide(pen: Pen, { rows, pads, narrow }: Layout): void {
  const y = (rows[2].bottom + rows[3].top) / 2 - 6;
  stroke(pen, "fuse-divide").attr("d", `M${narrow ? 4 : pads[2].left - 20} ${y}H${rows[3].right}`);
}

function keyOf(pen: Pen, { key: at, type, narrow }: Layout, say: (phrase: Phrase) => string) {
  const lay = key(pen, { ...at, size: type, ...(narrow && { line: 19 }) }, [
    { look: "fuse-reach", symbol: "u", word: say("reachKey"), as: "area" },
    { look: "fuse-cut", symbol: "h", word: say("cutKey") },
    { look: "fuse-cut", symbol: "h", word: say("secondKey") },
    {
      look: "fuse-used",
      symbol: "K",
      word: say("usedKey"),
      as: "M5.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
    },
    { look: "fuse-other", symbol: "K", word: say("otherKey") },
    { look: "fuse-best", symbol: "K", word: say("bestKey"), as: "M6.4 -2.6h5.2v5.2h-5.2z" },
    { look: "off", word: say("offKey"), as: "M9 -6V6" },
  ]);
  return ({ result: r, values: v, withheld }: Now) => {
    const apart = parts(r) && withheld?.has("picture") !== true;
    const bent = v.way === "series" && v.between !== "none";
    lay((k) => (k === 0 ? true : k === 1 ? bent : k === 2 ? v.way === "parallel" : apart));
  };
}
