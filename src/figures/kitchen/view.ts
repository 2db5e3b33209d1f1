import { box, grown } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { picture, type Pen, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { bars, timeScale } from "./bars.ts";
import { clockAt, lengthOf, unitOf, type Run } from "./compute.ts";
import { compact, wide, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { roomOf, type Now } from "./room.ts";

/** Two kitchens at the same moment, and the timetable of both. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const parts = [
    roomOf(mute, layout, 0, say),
    roomOf(mute, layout, 1, say),
    bars(mute, layout, say),
  ];
  const lay = keyOf(mute, layout, say);
  let moment: Now;
  const tell = playhead(svg, layout, stage, () => moment);
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      lay(next.values);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

function keyOf(pen: Pen, { key: y, width, type, narrow }: Layout, say: (phrase: Phrase) => string) {
  const place = { left: 8, right: width - 4, y, size: type, ...(narrow && { line: 19 }) };
  const dish = "M3 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM9 0V-6A6 6 0 0 1 9 6z";
  const lay = key(pen, place, [
    { look: "kitchen-walk", word: say("walkKey"), as: "area" },
    { look: "kitchen-walk", word: say("moveKey"), as: "area" },
    { look: "kitchen-cook", word: say("cookKey"), as: "area" },
    { look: "kitchen-cook", word: say("computeKey"), as: "area" },
    { look: "kitchen-cook", word: say("stirKey"), as: "area" },
    { look: "kitchen-dish", word: say("dishKey"), as: dish },
    { look: "kitchen-dish", word: say("tileKey"), as: dish },
  ]);
  const shown = { seed: [4, 5], kitchen: [0, 2, 5], gpu: [1, 3, 6] };
  return ({ story }: Setting) => lay((k) => shown[story].includes(k));
}

/** The bars are a place to move the clock. */
function playhead(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: () => Now) {
  const [first, last] = layout.bars;
  const area = box({ ...first, bottom: last.bottom, height: last.bottom - first.top });
  const tell = scrub(svg, grown(area, 2, 6), {
    label: stage.say("scrub"),
    at: (px) => {
      const { result: r, values: v } = now();
      const x = timeScale(layout, r);
      const unit = (x(r.two.total) - x(0)) / (r.two.total / unitOf(v));
      return unit > 0 ? (px - x(0)) / unit : 0;
    },
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, values: v, t } = now();
    const time = clockAt(r, v, t);
    const unit = v.story === "gpu" ? "ms" : stage.say("minutes");
    tell(Math.floor(t), `${fixed(time, 2)} ${unit}`, lengthOf(r, v) - 1);
  };
}
