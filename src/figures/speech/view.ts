import { linear, picture, write, type Pen } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { linesOf } from "../../draw/text.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { NONE } from "../../models/speech/listener.ts";
import { classes } from "./classes.ts";
import { heardBy, saidAt, type Run } from "./compute.ts";
import { ears } from "./ears.ts";
import { compact, spanAt, wide, type Layout } from "./layout.ts";
import { measured } from "./measured.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Above, what is heard and Δ of one channel; below, the digits' probabilities as they move; then what the model is. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawEars = ears(mute, layout, say);
  const drawClasses = classes(mute, layout, say);
  const drawNotes = notes(mute, layout, say);
  let moment: Moment<Setting, Run>;
  const { left, right } = layout.classes;
  const tell = scrub(svg, layout.classes, {
    label: say("scrub"),
    at: (px) => {
      const { from, to } = spanAt(moment.result.frames, moment.t);
      return linear(left, right, from, to)(px);
    },
    t: () => moment.t,
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      drawEars(next);
      drawClasses(next);
      drawNotes(next);
      const now = heardBy(next.result, next.t);
      const { said, share } = saidAt(next.result, now - 1);
      const name = said === NONE ? say("nothing") : said;
      const known = Number.isNaN(said) ? say("notYet") : `${name}: ${format(100 * share)} %`;
      const spoken = next.withheld?.has("share") ? "?" : known;
      tell(now, `${now / 100} s: ${spoken}`, next.result.frames);
    },
    destroy: () => svg.remove(),
  };
}

/** What listens, what that was trained on and how it was judged. */
function notes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const size = layout.width > 500 ? 12 : 13.5;
  const lines = layout.notes.map((y) => write(pen, 4, y));
  const grouped = (n: number) => String(n).replace(/(\d)(\d{3})$/, "$1,$2");
  const facts = [
    `${grouped(measured.parameters)} ${say("parameters")}`,
    say("trained"),
    `${say("heldOut")} ${measured.right} / ${measured.of}`,
  ];
  return ({ result: r }: Moment<Setting, Run>) => {
    const state = r.heard ? say("here") : r.recorded ? say("record") : "";
    const told = linesOf([state, ...facts].filter(Boolean).join(" · "), layout.width - 12, size);
    lines.forEach((line, k) => line.text(told[k] ?? ""));
  };
}
