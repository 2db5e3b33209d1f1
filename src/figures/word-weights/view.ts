import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { picture, write, type Root } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { bars } from "./bars.ts";
import { textOf, wordAt, type Run } from "./compute.ts";
import { flow } from "./flow.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { notes, told } from "./notes.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Three weights under each word of a text; below, what is known of one of them and what was learned. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawBars = bars(mute.append("g"), layout, say);
  const drawNotes = notes(mute.append("g"), layout, say);
  key(mute, { left: 2, right: layout.width, y: layout.key, size: layout.narrow ? 13.5 : 12 }, [
    { look: "word-weight", symbol: "h", word: say("for"), as: "area" },
    { look: "word-weight against", symbol: "h", word: say("against"), as: "area" },
    { look: "word-chosen", word: say("chosen"), as: "area" },
  ]);
  const unmet = `? ${say("unmet")}`;
  if (layout.narrow) write(mute, 25, layout.key + 17, "start", unmet);
  else write(mute, layout.width - 6, layout.key, "end", unmet);
  let moment: Moment<Setting, Run>;
  const tell = pointing(svg, layout, stage, () => moment);
  return {
    draw(next) {
      moment = next;
      drawBars(next);
      drawNotes(next);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** A word is looked at by pointing at it, or with the arrow keys. */
function pointing(
  svg: Root,
  layout: Layout,
  { say, set }: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const ground = surface(svg, layout.words, "choosing");
  const text = () => textOf(now().result);
  const look = (k: number) => set({ word: Math.max(1, Math.min(text().words.length, k + 1)) });
  graspable(ground, {
    label: say("point"),
    move: (px, py) => {
      const found = flow(text().words, layout).find(
        ({ left, width, base, middle, half }) =>
          px >= left && px < left + width && py > base - 18 && py <= middle + half + 4,
      );
      if (found) look(found.k);
    },
    nudge: (dx, dy) => look(wordAt(text(), now().values) + dx - dy),
  });
  return () => {
    const { result, values } = now();
    const k = wordAt(text(), values);
    tellValue(ground, told(result, values, say, layout), k + 1, 1, text().words.length);
  };
}
