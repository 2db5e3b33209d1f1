import { write, stroke, type Pen } from "../../draw/picture.ts";
import { shownOf, type Run } from "./compute.ts";
import { across, curveWithBand, even, plot, type Frame } from "./curves.ts";
import type { Layout } from "./layout.ts";
import { TRAINED } from "./model.ts";
import type { Phrase } from "./phrases.ts";

/** Surprise against how many characters had been read: of this text, and of the same paragraphs with a memory and without. */
export function positionView(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const frame: Frame = { box: at.plot, low: 0, high: 5 };
  const x = across(frame);
  const drawFrame = plot(pen, frame);
  const trained = stroke(pen, "text-trained");
  const curves = {
    position: curveWithBand(pen, "text-all", 0),
    knowing: curveWithBand(pen, "text-knows", 0),
    fresh: curveWithBand(pen, "text-fresh", 0),
  };
  write(pen, at.plot.right, at.plot.bottom + 33, "end", say("charactersRead"), "tick");
  trained.attr("d", `M${x(TRAINED)} ${at.plot.top}V${at.plot.bottom}`);
  const cursor = stroke(pen, "text-playhead");
  return (r: Run, _: unknown, t: number) => {
    cursor.attr("d", `M${x(Math.max(1, t))} ${at.plot.top}V${at.plot.bottom}`);
    const course = shownOf(r);
    const most = Math.max(
      4,
      ...[course?.position ?? [], course?.fresh ?? []]
        .flat()
        .map(({ mean, error }) => Math.ceil(mean + 2 * (error || 0))),
    );
    const scale = even(at.plot, 0, most, 1);
    drawFrame(say("natsACharacter"), scale);
    for (const [name, draw] of Object.entries(curves))
      draw(course?.[name as keyof typeof curves] ?? [], x, scale.y);
  };
}
