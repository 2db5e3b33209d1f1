import { box } from "../../draw/box.ts";
import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { CLIP_RATE } from "../../kit/clip.ts";
import { bars } from "./bars.ts";
import { hopAt, type Run } from "./compute.ts";
import { HOP } from "./foretold.ts";
import { compact, wide } from "./layout.ts";
import { near } from "./near.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { waves } from "./waves.ts";

/** Above, the sound and what is left of it; below, some samples of both, and what each way costs. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const parts = [waves, near, bars].map((part) => part(mute.append("g"), layout, say));
  let moment: Moment<Setting, Run>;
  const { sound, delta } = layout;
  const area = box({ left: sound.left, right: sound.right, top: sound.top, bottom: delta.bottom });
  const tell = scrub(svg, area, {
    label: say("scrub"),
    at: (px) => linear(area.left, area.right, 0, moment.result.x.length / HOP)(px) - 0.5,
    t: () => moment.t,
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      for (const draw of parts) draw(next);
      const { result: r, t } = next;
      const now = hopAt(r, t);
      tell(now, `${fixed((now * HOP) / CLIP_RATE, 2)} s`, r.hops - 1);
    },
    destroy: () => svg.remove(),
  };
}
