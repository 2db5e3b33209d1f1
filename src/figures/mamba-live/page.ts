import { snug } from "../../draw/axis.ts";
import { reach } from "../../draw/picture.ts";
import { fixed, format } from "../../kit/format.ts";
import { placeIn } from "./places.ts";
import { characterOf, lengthOf, readingOf, shownOf, writtenIn, type Run } from "./compute.ts";
import { percent, type Item } from "./list.ts";
import type { Bars } from "./letters.ts";
import { channelOf, chosenOf, hearingOf, ratiosOf, sharesOf, topOf } from "./look.ts";
import { isOwn, sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { glyph } from "./text.ts";

type Say = (word: Phrase) => string;

/** A list and its scale. */
export interface Listed {
  readonly title: string;
  readonly items: readonly Item[];
  readonly low?: number;
  readonly high?: number;
}

/** What the picture of a text holds at a moment. */
export interface Page {
  readonly title: string;
  readonly scale: string;
  /** The same in signs, where there is little room. */
  readonly brief?: string;
  readonly bars: Bars | undefined;
  readonly mark?: number;
  readonly list: Listed;
  readonly under: Listed | { readonly title: string; readonly text: readonly string[] };
}

/** What is looked at, in words. */
export function channelWords(r: Run, v: Setting, say: Say): string {
  const { layers, channels } = sizesOf(v.model);
  const layer = String(Math.min(v.layer, layers));
  if (v.channel === 0)
    return say("meanOf").replace("#layer", layer).replace("#channels", String(channels));
  const index = chosenOf(r, v)?.index;
  return say("oneOf")
    .replace("#layer", layer)
    .replace("#rank", String(Math.min(v.channel, channels)))
    .replace("#index", index === undefined ? "…" : String(index));
}

/** Characters of the text by their places, with two that stand before each; the largest number first. */
function ranked(
  r: Run,
  v: Setting,
  values: ArrayLike<number>,
  told: (x: number) => string,
): Item[] {
  const cells = shownOf(r, v).filter(({ token }) => token >= 0 && token < values.length);
  const sign = (k: number) => (cells[k] ? glyph(cells[k].character) : "");
  return cells
    .map(({ token }, k) => ({
      what: sign(k),
      lead: isOwn(v.model)
        ? undefined
        : v.model === "chinese"
          ? sign(k - 1)
          : sign(k - 2) + sign(k - 1),
      value: values[token]!,
      told: told(values[token]!),
    }))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function nextOf(r: Run, v: Setting, t: number, say: Say): Listed {
  const stands = shownOf(r, v).find(({ token }) => token === t + 1)?.character;
  const items = (topOf(r, v, t, LIST) ?? []).map(({ character, share, was }): Item => ({
    what: glyph(character),
    value: share,
    was,
    told: percent(share),
    marked: character === stands,
  }));
  return { title: say("next").replace("#T", format(v.temperature, 2)), items };
}

const LIST = 10;
const times = (ratio: number) => `×${format(2 ** ratio, 2)}`;
const ends = (values: ArrayLike<number>, least: number) => {
  const side = (sign: 1 | -1) =>
    reach(
      0,
      Array.from(values, (x) => Math.max(0, sign * x)),
    );
  return { low: -side(-1), high: Math.max(least, side(1)) };
};

function tokens(r: Run, v: Setting, t: number, say: Say): Page {
  const found = ratiosOf(r, v);
  const { low, high } = ends(found?.ratio ?? [], 1);
  const [up, down] = [2 ** Math.ceil(high), 2 ** Math.ceil(-low)];
  const scale = say("scaleTimes").replace("#up", String(up)).replace("#down", String(down));
  const bars = { low: -Math.ceil(-low), high: Math.ceil(high) };
  return {
    title: channelWords(r, v, say),
    scale: found ? scale : say("waitShort"),
    ...(found && { brief: `÷${down} … ×${up}` }),
    bars: found && { values: found.ratio, ...bars },
    list: nextOf(r, v, t, say),
    under: {
      title: say("largest"),
      items: found ? ranked(r, v, found.ratio, times).filter(({ value }) => value > 0) : [],
      high: bars.high,
    },
  };
}

function layerHears(r: Run, v: Setting, t: number, say: Say): Page {
  const found = sharesOf(r, v, t);
  const high = found ? snug(reach(1e-6, found.share)) : 1;
  const items = found ? ranked(r, v, found.share, percent) : [];
  if (found && found.before > 0)
    items.push({ what: "⋯", value: found.before, told: percent(found.before) });
  return {
    title: say("hearAll").replace("#layer", String(Math.min(v.layer, sizesOf(v.model).layers))),
    scale: found ? say("scaleFull").replace("#most", percent(high)) : say("waitShort"),
    bars: found && { values: found.share, low: 0, high },
    list: { title: say("heardMost"), items, high },
    under: { title: "", text: found ? [say("sharesWhat")] : [] },
  };
}

function hears(r: Run, v: Setting, t: number, say: Say): Page {
  if (v.channel === 0) return layerHears(r, v, t, say);
  const [found, channel] = [hearingOf(r, v, t), channelOf(r, v)];
  const parts = found ? found.row.map((k, s) => k * channel!.u[s]!) : new Float64Array();
  const { low, high } = ends(parts, 1e-9);
  const most = snug(Math.max(high, -low));
  const sum = parts.reduce((a, b) => a + b, 0);
  const line = (word: Phrase, x: number) => say(word).replace("#value", fixed(x, 4));
  const scale = { low: low < -0.02 * most ? -most : 0, high: most };
  return {
    title: channelWords(r, v, say),
    scale: found ? say("scaleFull").replace("#most", format(most, 2)) : say("waitShort"),
    bars: found && { values: parts, ...scale },
    list: {
      title: say("madeOf"),
      items: found ? ranked(r, v, parts, (x) => fixed(x, 3)) : [],
      ...scale,
    },
    under: {
      title: say("together"),
      text: found
        ? [
            line("sumHeard", sum),
            ...(found.before === 0 ? [] : [line("sumBefore", found.before)]),
            line("sumSkip", found.skip),
            `y = ${fixed(sum + found.before + found.skip, 4)}`,
          ]
        : [],
    },
  };
}

function whatif(r: Run, v: Setting, t: number, say: Say): Page {
  const { changed } = r;
  const reading = readingOf(r);
  const mark = reading && v.change !== "none" ? placeIn(reading, v) : undefined;
  const moved = v.change === "none" ? undefined : changed?.moved.subarray(0, lengthOf(r, v));
  const idle = say(v.change === "none" ? "nothing" : "waitShort");
  return {
    title: say("moved"),
    scale: moved ? say("scaleFull").replace("#most", "100 %") : idle,
    bars: moved && { values: moved, low: 0, high: 1 },
    ...(mark !== undefined && { mark }),
    list: nextOf(r, v, t, say),
    under: {
      title: say("wouldWrite"),
      text: moved ? [...rewritten(r, v)] : [],
    },
  };
}

/** What the changed model writes behind the text, with the same seed. */
function rewritten(r: Run, v: Setting): string[] {
  const { written, fixed: kept } = r.changed!;
  const same = writtenIn(r, v).slice(0, kept - readingOf(r)!.prompt);
  const more = Array.from(written, (id) => characterOf(r, v, id));
  return [...same, ...more]
    .slice(0, 150)
    .map((c) => (c === "\n" ? " ↵ " : c))
    .join("")
    .split("\n");
}

const pages = { tokens, hears, whatif } as const;

/** What of a text's picture would give an answer away: its bars and what is told of them, and what comes next. */
export interface Hidden {
  readonly bars: boolean;
  readonly next: boolean;
}

const ofBars = ["delta", "ratio", "median", "largest"];
const ofNext = ["next", "stands", "rank", "surprise"];

/** Of a picture that may tell only what is not withheld: where nothing of it is named, all; what stands elsewhere hides nothing here. */
export function hiddenIn(show: Setting["show"], withheld: ReadonlySet<string> | undefined): Hidden {
  const named = (names: readonly string[]) => names.some((name) => withheld?.has(name));
  const pictured = withheld?.has("picture") === true;
  if (show !== "tokens") return { bars: pictured, next: pictured || named(ofNext) };
  const all = pictured && [...withheld!].every((name) => name === "picture" || name === "caption");
  return { bars: all || named(ofBars), next: all || named(ofNext) };
}

/** What the picture holds, without what is still to be guessed. */
export function pageOf(r: Run, v: Setting, t: number, say: Say, hidden: Hidden): Page {
  const page = pages[v.show as keyof typeof pages](r, v, t, say);
  return {
    ...page,
    ...(hidden.next && { list: { ...page.list, items: [] } }),
    ...(hidden.bars && {
      scale: "",
      brief: "",
      bars: undefined,
      under: { title: page.under.title, text: [] },
    }),
  };
}
