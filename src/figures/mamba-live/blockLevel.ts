import { snug } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { p, plate, reach, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { layerOf } from "./places.ts";
import { lengthOf, readingOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { memoryOf, orderOf } from "./look.ts";
import { sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Level } from "./levels.ts";

/** Channels that are drawn: all of ours; of a reader's own as many as can be told apart. */
export const drawnOf = (v: Setting) => Math.min(384, sizesOf(v.model).channels);

/** Where the map of all states stands. */
export const mapOf = ({ narrow }: Layout) =>
  narrow
    ? box({ left: 4, right: 356, top: 52, height: 300 })
    : box({ left: 8, right: 672, top: 56, height: 336 });

/** All states of a layer at one character: channels side by side, those whose Δ varies most at the left; 16 states each. */
export function blockLevel(pen: Pen, layout: Layout, say: (word: Phrase) => string): Level {
  const at = mapOf(layout);
  const title = write(pen, 4, layout.title, "start", "", "tick strong");
  const map = heatMap(pen.append("g").attr("data-symbol", "h"), at);
  const chosen = plate(
    pen,
    "live-now",
    { left: 0, top: at.top - 4, width: 4, height: at.height + 8 },
    2,
  );
  const name = write(pen, 0, at.top - 10, "start");
  write(pen, at.left, at.bottom + 20, "start", say("variesMost"));
  const least = write(pen, at.right, at.bottom + 20, "end");
  const scale = write(pen, at.left, at.bottom + 42, "start");
  return {
    draw: ({ result: r, values: v, t, withheld }) => {
      const channels = drawnOf(v);
      const reading = readingOf(r);
      const last = Math.min(Math.floor(t), lengthOf(r, v) - 1);
      const all = channels === sizesOf(v.model).channels;
      const words = say(all ? "blockTitle" : "blockSome").replace("#count", String(channels));
      title.text(words.replace("#layer", String(layerOf(v) + 1)));
      least.text(all ? say("variesLeast") : "");
      const seen = reading && last < reading.ids.length && !withheld?.has("picture");
      const { states } = sizesOf(v.model);
      const data = new Float64Array(states * channels);
      if (seen) {
        const memory = memoryOf(reading, v, last);
        orderOf(reading, v)
          .slice(0, channels)
          .forEach((e, k) => {
            for (let n = 0; n < states; n++) data[n * channels + k] = memory[e * states + n]!;
          });
      }
      const most = snug(reach(1e-9, data));
      map({ rows: states, cols: channels, data }, { most, marked: Infinity });
      scale.text(
        seen
          ? say("blockScale").replace("#states", String(states)).replace("#most", format(most, 2))
          : say("waitShort"),
      );
      const k = Math.min(Math.max(1, v.channel), channels) - 1;
      const x = at.left + (k * at.width) / channels;
      chosen.attr("x", p(x - 1)).attr("width", p(at.width / channels + 2));
      name
        .attr("x", p(Math.min(x, at.right - 90)))
        .text(say("channelWord").replace("#n", String(seen ? orderOf(reading, v)[k]! + 1 : "…")));
    },
    focus: (v) => {
      const channels = drawnOf(v);
      const k = Math.min(Math.max(1, v.channel), channels) - 0.5;
      return [at.left + (k * at.width) / channels, at.cy];
    },
  };
}
