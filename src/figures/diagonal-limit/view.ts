import { graspable, tellValue } from "../../draw/hand.ts";
import { picture } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { hereAt, indexAt, type Run } from "./compute.ts";
import { compact, wide } from "./layout.ts";
import { FASTEST, type Setting, SLOWEST } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { frequencies, sizes, time } from "./plots.ts";

/** Answers in time, distances by N, and below them the distance tone by tone, where a frequency is looked at. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const parts = [time, sizes, frequencies].map((part) => part(mute.append("g"), layout, say));
  const { left, width } = layout.frequencies;
  const grip = surface(svg, layout.frequencies);
  let moment: Moment<Setting, Run>;
  const set = (w: number) => stage.set({ w: +Math.min(FASTEST, Math.max(SLOWEST, w)).toFixed(2) });
  graspable(grip, {
    label: say("look"),
    move: (px) => set(SLOWEST * (FASTEST / SLOWEST) ** ((px - left) / width)),
    nudge: (dx, dy) => set(moment.values.w * 1.03 ** (dx + dy) + 0.01 * Math.sign(dx + dy)),
  });
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      const { w } = next.values;
      const gap = hereAt(indexAt(next.t), next.result);
      tellValue(grip, `ω = ${format(w)}: ${format(gap)}`, w, SLOWEST, FASTEST);
    },
    destroy: () => svg.remove(),
  };
}
