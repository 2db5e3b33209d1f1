import { p, plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { layerOf } from "./places.ts";
import { lengthOf, readingOf, shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Level } from "./levels.ts";
import { percent } from "./list.ts";
import { meanOf, topOf } from "./look.ts";
import { LAYERS, models } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { glyph } from "./text.ts";
import { tell, type Word } from "./tell.ts";

const NEXT = 3;
/** A bar of Δ and the gap to the next. */
const BAR = 2;

/** Where the layers stand, side by side under the stream. */
export function columnsOf({ narrow, width }: Layout, layers: number) {
  const [left, right] = narrow ? [40, width - 52] : [70, width - 96];
  const each = (right - left) / layers;
  const bottom = narrow ? 350 : 396;
  return {
    left,
    right,
    wide: Math.min(each - (narrow ? 5 : 14), 96),
    stream: narrow ? 52 : 70,
    top: narrow ? 114 : 122,
    bottom,
    /** The foot of the bars, and their height. */
    foot: narrow ? 264 : 298,
    tall: narrow ? 120 : 150,
    share: bottom - 36,
    at: (l: number) => left + (l + 0.5) * each,
  };
}
type Columns = ReturnType<typeof columnsOf>;

/** The model at one character: the stream of numbers from left to right, and each layer that reads it and adds to it. */
export function modelLevel(pen: Pen, layout: Layout, say: (word: Phrase) => string): Level {
  const { narrow } = layout;
  write(pen, 4, layout.title, "start", say("modelTitle"), "tick strong");
  const below = columnsOf(layout, 1).bottom + 24;
  for (const [k, word] of (["modelBars", "modelAdds"] as const).entries())
    write(pen, 4, below + k * 19, "start", say(word));
  const marks = marksOf(pen);
  const words = pen.append("g");
  const draw = ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const { layers } = models[v.model];
    const last = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const place = columnsOf(layout, layers);
    const ends = [place.left - (narrow ? 14 : 30), place.right + (narrow ? 12 : 26)] as const;
    marks.stream.attr("d", `M${ends[0]} ${place.stream}H${ends[1]}`);
    marks.boxes.forEach((box, l) => {
      box
        .attr("display", l < layers ? null : "none")
        .attr("x", p(place.at(l) - place.wide / 2))
        .attr("y", place.top)
        .attr("width", p(place.wide))
        .attr("height", place.bottom - place.top)
        .classed("live-chosen", l === layerOf(v));
    });
    const secret = withheld?.has("picture") === true;
    const parts = Array.from({ length: layers }, (_, l) => partOf(r, v, l, last, place, secret));
    for (const mark of drawn) marks[mark].attr("d", parts.map((part) => part[mark]).join(""));
    const names = parts.map((_, l): Word => ({
      x: place.at(l),
      y: place.top + 16,
      text: narrow ? String(l + 1) : say("layerWord").replace("#n", String(l + 1)),
      anchor: "middle",
      look: "tick strong",
    }));
    const around = secret ? [] : endsOf(r, v, last, place, ends, layout);
    tell(words, [...names, ...parts.flatMap(({ words: told }) => told), ...around]);
  };
  return {
    draw,
    focus: (v: Setting) => {
      const place = columnsOf(layout, models[v.model].layers);
      return [place.at(layerOf(v)), (place.top + place.bottom) / 2];
    },
  };
}

/** What each layer adds to a path of all of them. */
const drawn = ["arms", "plus", "spark", "foot", "share"] as const;
type Part = Readonly<Record<(typeof drawn)[number], string>> & { readonly words: readonly Word[] };

/** The marks from the back to the front. */
function marksOf(pen: Pen) {
  const stream = stroke(pen, "live-stream", "h");
  const arms = stroke(pen, "wire");
  const boxes = Array.from({ length: LAYERS }, () =>
    plate(pen, "live-box", { left: 0, top: 0, width: 0, height: 0 }, 6),
  );
  const [plus, spark] = [stroke(pen, "live-plus", "h"), stroke(pen, "live-bar", "h")];
  const [foot, share] = [stroke(pen, "axis"), stroke(pen, "live-share", "h")];
  return { stream, arms, boxes, plus, spark, foot, share };
}

/** A layer: its Δ at the last characters, and by how much it adds. */
function partOf(
  r: Run,
  v: Setting,
  l: number,
  last: number,
  place: Columns,
  secret: boolean,
): Part {
  const x = place.at(l);
  const left = x - place.wide / 2 + 4;
  const inner = place.wide - 8;
  const words: Word[] = [];
  const word = (y: number, text: string) =>
    words.push({ x, y, text, anchor: "middle", look: "tick" });
  const mean = secret ? undefined : meanOf(r, v, l);
  let spark = "";
  if (mean) {
    const unit = place.tall / reach(1e-9, mean);
    mean
      .subarray(Math.max(0, last - Math.floor(inner / BAR) + 1), last + 1)
      .forEach(
        (d, k) =>
          (spark += `M${p(left + k * BAR)} ${place.foot}v${p(-d * unit)}h1.5v${p(d * unit)}z`),
      );
    word(place.foot + 17, `Δ ${format(mean[last]!, 2)}`);
  }
  const adds = secret ? undefined : readingOf(r)?.layers[l]?.adds[last];
  if (adds !== undefined) word(place.share + 18, `+${percent(adds)}`);
  const wide = p(Math.min(1, adds ?? 0) * inner);
  return {
    arms: `M${p(x - 6)} ${place.stream + 4}V${place.top}M${p(x + 6)} ${place.top}V${place.stream + 9}`,
    plus: `M${p(x + 2)} ${place.stream}h8m-4 -4v8`,
    spark,
    foot: mean ? `M${p(left)} ${place.foot}h${p(inner)}` : "",
    share: adds === undefined ? "" : `M${p(left)} ${place.share}v-10h${wide}v10z`,
    words,
  };
}

/** The character that goes in, and the most probable ones that come out. */
function endsOf(
  r: Run,
  v: Setting,
  last: number,
  { stream }: Columns,
  [from, to]: readonly [number, number],
  { width, narrow }: Layout,
): Word[] {
  const here = shownOf(r, v).find(({ token }) => token === last)!.character;
  const y = stream + 5;
  const next = (topOf(r, v, last, NEXT) ?? []).flatMap(({ character, share }, k): Word[] => [
    { x: to + 14, y: y + k * 22, text: glyph(character), anchor: "middle", look: "live-letter" },
    {
      x: width - 4,
      y: y + k * 22,
      text: narrow ? "" : percent(share),
      anchor: "end",
      look: "tick",
    },
  ]);
  const look = "live-letter live-big";
  return [{ x: from - 13, y, text: glyph(here), anchor: "middle", look }, ...next];
}
