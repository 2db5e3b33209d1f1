import { key } from "../../draw/key.ts";
import { linear, picture, write, type Pen } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { AREA, FRAMES, SIDE, STEPS } from "../../models/film/film.ts";
import { answers } from "./answersView.ts";
import { deltaOf, type Run, stepOf } from "./compute.ts";
import { marks, placing } from "./hands.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { lights } from "./light.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { rows } from "./rowsView.ts";

const black = new Float64Array(AREA);
const white = new Float64Array(AREA).fill(1);

/** The frame and the answers; under them, over all frames, the film, Δ, and what both states hold. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run>;
  const now = () => moment;
  write(mute, layout.frame.left, layout.title, "start", say("film"), "tick strong");
  const drawFrame = lights(mute, layout.frame);
  const slot = write(mute, layout.frame.cx, layout.frame.cy + 7, "middle", "", "film-slot");
  const drawAnswers = answers(mute, layout, say);
  const drawRows = rows(mute, layout, say);
  legend(mute, layout, say);
  const { left, right, top } = layout.strip;
  const area = { ...layout.strip, height: layout.heldFixed.bottom - top };
  const tell = scrub(svg, area, {
    label: say("scrub"),
    at: linear(left, right, -0.5, STEPS - 0.5),
    t: () => moment.t,
    seek: stage.seek,
  });
  const drawMarks = marks(svg, layout, stage, now);
  const drawPlace = placing(svg, layout, stage, now);
  return {
    draw(next) {
      moment = next;
      const step = stepOf(next.t);
      const { result: r, values: v } = next;
      const frame = r.frames.subarray(step * AREA, (step + 1) * AREA);
      drawFrame(step >= FRAMES ? white : step === v.cleared - 1 ? black : frame, SIDE, SIDE);
      slot.text(step >= FRAMES ? say("slot").replace("#1", String(step - FRAMES + 1)) : "");
      drawAnswers(next);
      drawRows(next);
      drawMarks();
      drawPlace();
      const delta = r.reading && !next.withheld?.size && deltaOf(r.reading, v.layer)[step]!;
      tell(step + 1, `${step + 1}${delta ? `: Δ ${format(delta)}` : ""}`, STEPS);
    },
    destroy: () => svg.remove(),
  };
}

/** Which mark is what. */
function legend(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const left = layout.narrow ? 2 : 16;
  key(pen, { left, right: layout.width, y: layout.key, size: layout.type, line: 18 }, [
    { look: "film-stem", symbol: "u", word: say("flashKey"), as: "M9 -7v10" },
    { look: "film-cut", word: say("cutKey"), as: "M5 -6h8v11h-8zM5 5l8 -11" },
    { look: "film-asks", word: say("askKey"), as: "area" },
    { look: "film-delta bars later", word: say("laterKey"), as: "area" },
    { look: "film-wrong", word: say("wrongKey"), as: "M2 5L16 -6" },
    { look: "film-strip", word: say("strip"), as: "area" },
  ]);
}
