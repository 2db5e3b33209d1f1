import { snug } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { format, grouped } from "../../kit/format.ts";
import { feltOf, lengthOf, shownOf, type Run } from "./compute.ts";
import { across, curveWithBand, even, plot, type Frame } from "./curves.ts";
import type { Layout } from "./layout.ts";
import { TRAINED } from "./model.ts";
import type { Setting } from "./params.ts";
import { passage } from "./passage.ts";
import type { Phrase } from "./phrases.ts";

/** The paragraph before which the memory was cleared, nearest to the playhead. */
export function clearedAt(r: Run, t: number) {
  const all = feltOf(r, "cleared");
  return all.toSorted((a, b) => Math.abs(a.from - t) - Math.abs(b.from - t))[0];
}

/** By how much the characters of a paragraph surprise more when all before it is forgotten; how far one letter is felt is asked a step later. */
export function carriesView(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const { left, top, right } = at.upper;
  const frame: Frame = {
    box: box({ left, right, top, bottom: at.middle.bottom - 14 }),
    low: 0,
    high: 3.05,
  };
  const x = across(frame);
  const drawFrame = plot(pen, frame);
  const zero = stroke(pen, "text-zero");
  const trained = stroke(pen, "text-trained");
  trained.attr("d", `M${x(TRAINED)} ${top}V${frame.box.bottom}`);
  const cleared = curveWithBand(pen, "text-fresh", -Infinity, frame.box);
  const beyond = offScale(pen, say("off"), at.type);
  write(pen, right, frame.box.bottom + 32, "end", say("charactersBehind"), "tick");
  const text = passage(pen.append("g"), at);
  const title = write(pen, at.passage.left, at.passage.top - 12, "start", "", "tick strong");
  const scale = write(pen, at.passage.right, at.passage.top - 12, "end");
  return (r: Run, v: Setting, t: number) => {
    const points = shownOf(r)?.extra.cleared ?? [];
    const means = points.map(({ mean }) => mean);
    const high = Math.max(1, Math.ceil(2 * Math.max(...means)) / 2);
    const low = Math.min(-0.5, Math.floor(2 * Math.min(...means)) / 2);
    const axis = even(frame.box, low, high, high - low > 3 ? 1 : 0.5);
    drawFrame(say("moreNats"), axis);
    zero.attr("d", `M${left} ${axis.y(0)}H${right}`);
    const off = cleared(points, x, axis.y);
    beyond(off, { x: x(TRAINED) - 8, y: top + 12 });
    const found = clearedAt(r, t);
    title.text(found ? `${say("clearedHere")} ${grouped(found.from + 1)}` : say("notYet"));
    const most = found ? snug(reach(1, found.extra)) : 1;
    scale.text(found ? say("fullBar").replace("#most", format(most, 2)) : "");
    const of = (k: number) => found?.extra[k - found.from - 1] ?? NaN;
    text.draw(r, v, found?.from ?? t, lengthOf(r, v) - 1, { of, low: -most / 3, high: most }, true);
  };
}
