import { p, plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { layerOf } from "./places.ts";
import { lengthOf, readingOf, shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Level } from "./levels.ts";
import { percent } from "./list.ts";
import { meanOf, topOf } from "./look.ts";
import { isOwn, type Model, sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { brief } from "./text.ts";
import { tell, type Word } from "./tell.ts";

const NEXT = 3;
/** Narrower columns than this have no room for numbers: then those of the chosen layer stand below, and every sixth has its own. */
const ROOM = 30;
/** From one layer's number to the next, at least. */
const NAME = 24;
/** A bar of Δ and the gap to the next. */
const BAR = 2;

/** Where the layers of a model stand, side by side under the stream; what comes out of it has room for tokens where it reads them. */
export function columnsOf({ narrow, width }: Layout, model: Model) {
  const { layers } = sizesOf(model);
  const more = isOwn(model) ? 28 : 0;
  const [left, right] = narrow ? [40, width - 52 - more] : [70, width - 96 - more];
  const each = (right - left) / layers;
  const every = Math.max(6, Math.ceil(NAME / each));
  const bottom = narrow ? 350 : 396;
  return {
    left,
    right,
    wide: Math.min(each - Math.min(narrow ? 5 : 14, each / 4), 96),
    stream: narrow ? 52 : 70,
    top: narrow ? 114 : 122,
    bottom,
    /** The foot of the bars, and their height. */
    foot: narrow ? 264 : 298,
    tall: narrow ? 120 : 150,
    share: bottom - 36,
    at: (l: number) => left + (l + 0.5) * each,
    roomy: each > ROOM,
    /** Whether a layer's name is written. */
    named: (l: number, chosen: number) =>
      each > ROOM || l === chosen || (l % every === 0 && Math.abs(l - chosen) * each > NAME),
  };
}
type Columns = ReturnType<typeof columnsOf>;

/** The model at one character: the stream of numbers from left to right, and each layer that reads it and adds to it. */
export function modelLevel(pen: Pen, layout: Layout, say: (word: Phrase) => string): Level {
  const { narrow } = layout;
  write(pen, 4, layout.title, "start", say("modelTitle"), "tick strong");
  const below = columnsOf(layout, "tiny").bottom + 24;
  const said = (["modelBars", "modelAdds"] as const).map((word, k) => ({
    word,
    line: write(pen, 4, below + k * 19, "start"),
  }));
  const numbers = write(pen, 4, below + 38, "start", "", "tick strong");
  const marks = marksOf(pen);
  const words = pen.append("g");
  const layerWord = (l: number) => say("layerWord").replace("#n", String(l + 1));
  const draw = ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const { layers } = sizesOf(v.model);
    const last = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const place = columnsOf(layout, v.model);
    const ends = [place.left - (narrow ? 14 : 30), place.right + (narrow ? 12 : 26)] as const;
    marks.stream.attr("d", `M${ends[0]} ${place.stream}H${ends[1]}`);
    marks.boxes(layers).forEach((box, l) => {
      box
        .attr("display", l < layers ? null : "none")
        .attr("x", p(place.at(l) - place.wide / 2))
        .attr("y", place.top)
        .attr("width", p(place.wide))
        .attr("height", place.bottom - place.top)
        .classed("live-chosen", l === layerOf(v));
    });
    for (const { word, line } of said) line.text(say(word));
    const secret = withheld?.has("picture") === true;
    const parts = Array.from({ length: layers }, (_, l) => partOf(r, v, l, last, place, secret));
    for (const mark of drawn) marks[mark].attr("d", parts.map((part) => part[mark]).join(""));
    const names = parts.map((_, l): Word => ({
      x: place.at(l),
      y: place.top + 16,
      text: !place.named(l, layerOf(v))
        ? ""
        : narrow || !place.roomy
          ? String(l + 1)
          : layerWord(l),
      anchor: "middle",
      look: "tick strong",
    }));
    const chosen = parts[layerOf(v)]!.words.map(({ text }) => text);
    numbers.text(
      place.roomy || !chosen.length ? "" : `${layerWord(layerOf(v))}: ${chosen.join(", ")}`,
    );
    const around = secret ? [] : endsOf(r, v, last, place, ends, layout);
    const within = place.roomy ? parts.flatMap(({ words: told }) => told) : [];
    tell(words, [...names, ...within, ...around]);
  };
  return {
    draw,
    focus: (v: Setting) => {
      const place = columnsOf(layout, v.model);
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
  const room = pen.append("g");
  const made: ReturnType<typeof plate>[] = [];
  /** At least one for each layer. */
  const boxes = (layers: number) => {
    while (made.length < layers)
      made.push(plate(room, "live-box", { left: 0, top: 0, width: 0, height: 0 }, 6));
    return made;
  };
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
  const edge = Math.min(4, place.wide / 6);
  const left = x - place.wide / 2 + edge;
  const inner = place.wide - 2 * edge;
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
  const tokens = isOwn(v.model); // they are longer than the stream's end is wide
  const next = (topOf(r, v, last, NEXT) ?? []).flatMap(({ character, share }, k): Word[] => [
    {
      x: to + (tokens ? 8 : 14),
      y: y + k * 22,
      text: brief(character, narrow ? 5 : 6),
      anchor: tokens ? "start" : "middle",
      look: "live-letter",
    },
    {
      x: width - 4,
      y: y + k * 22,
      text: narrow ? "" : percent(share),
      anchor: "end",
      look: "tick",
    },
  ]);
  const look = "live-letter live-big";
  const enters: Word = tokens
    ? { x: 4, y: stream - 12, text: brief(here, 12), anchor: "start", look }
    : { x: from - 13, y, text: brief(here, 1), anchor: "middle", look };
  return [enters, ...next];
}
