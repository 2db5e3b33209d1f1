import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { picture, type Root } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import { fixed, format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { placeIn } from "./places.ts";
import { lengthOf, readingOf, shownOf, type Run } from "./compute.ts";
import { insideView, zooms } from "./levels.ts";
import { columnsOf } from "./modelLevel.ts";
import { drawnOf, mapOf } from "./blockLevel.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { percent } from "./list.ts";
import { deltaOf, ratiosOf, statesOf } from "./look.ts";
import { sizesOf } from "./models.ts";
import { notes } from "./notes.ts";
import { hiddenIn, pageOf, type Hidden } from "./page.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { statesView } from "./statesView.ts";
import { glyph } from "./text.ts";
import { textView } from "./textView.ts";
import { wordedFor } from "./wording.ts";

type At = Moment<Setting, Run>;

/** One picture at a time: the text with its bars, a channel's states, or the inside of the model. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  let moment: At | undefined;
  const say = (word: Phrase) => wordedFor(moment?.values.model, stage.say("unit"), stage.say(word));
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = { text: mute.append("g"), states: mute.append("g"), inside: mute.append("g") };
  const text = textView(groups.text, layout, say);
  const parts = {
    text: text.draw,
    states: statesView(groups.states, layout, say),
    inside: insideView(groups.inside, layout, say),
  };
  const drawNotes = notes(mute, layout, say);
  const point = pointing(svg, layout, { ...stage, say }, text.near, () => moment!);
  return {
    draw(next) {
      moment = next;
      const { show } = next.values;
      const shown = show === "states" || show === "inside" ? show : "text";
      for (const [name, g] of Object.entries(groups))
        g.attr("display", name === shown ? null : "none");
      parts[shown](next);
      drawNotes(next);
      point();
    },
    destroy: () => svg.remove(),
  };
}

/** The picture to take hold of: a character, a layer, a channel; arrows go from one to the next. */
function pointing(
  svg: Root,
  layout: Layout,
  { say, set, seek }: Stage<Setting, Phrase>,
  near: (x: number, y: number) => number | undefined,
  now: () => At,
) {
  const { text, narrow, width } = layout;
  const area = box({
    left: text.left,
    top: text.top,
    bottom: text.bottom,
    right: narrow ? text.right : width,
  });
  const ground = surface(svg, area, "choosing");
  const last = () => lengthOf(now().result, now().values) - 1;
  const go = (t: number) => {
    const to = Math.max(0, Math.min(last(), t));
    if (marks(now())) set({ at: to + 1 });
    else seek(to);
  };
  graspable(ground, {
    label: say("point"),
    move: (x, y, first) => {
      const { show } = now().values;
      if (show === "inside" && first) enter(x, layout, now(), set);
      const token = show === "inside" || show === "states" ? undefined : near(x, y);
      if (token !== undefined) go(token);
    },
    nudge: (dx, dy) => {
      const { values: v, result: r, t } = now();
      if (v.show === "inside" && dy !== 0) return set({ zoom: zoomed(v, -Math.sign(dy)) });
      const reading = readingOf(r);
      const marked = reading ? placeIn(reading, v) : v.at - 1;
      return go((marks(now()) ? marked : Math.floor(t)) + dx + dy);
    },
  });
  return () => {
    const { result: r, values: v, t, withheld } = now();
    const at = Math.min(Math.floor(t), last());
    const label = v.show === "inside" ? "pointZoom" : marks(now()) ? "pointChange" : "point";
    ground.attr("aria-label", say(label));
    const told = spoken(r, v, at, say, hiddenIn(v.show, withheld));
    tellValue(ground, told, at + 1, 1, last() + 1);
  };
}

/** Whether pointing at a character says where something is changed. */
const marks = ({ values: { show, change } }: At) => show === "whatif" && change !== "none";

const zoomed = ({ zoom }: Setting, by: number) =>
  zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(zoom) + by))]!;

/** Into what is pointed at. */
function enter(
  x: number,
  layout: Layout,
  { values: v }: At,
  set: (patch: Partial<Setting>) => void,
): void {
  if (v.zoom === "model") {
    const { layers } = sizesOf(v.model);
    const place = columnsOf(layout, v.model);
    const l = Math.max(
      0,
      Math.min(layers - 1, Math.floor(((x - place.left) / (place.right - place.left)) * layers)),
    );
    set({ layer: l + 1, zoom: "layer" });
  } else if (v.zoom === "layer") set({ zoom: "block" });
  else if (v.zoom === "block") {
    const at = mapOf(layout);
    const channels = drawnOf(v);
    const k = Math.max(
      0,
      Math.min(channels - 1, Math.floor(((x - at.left) / at.width) * channels)),
    );
    set({ channel: k + 1, zoom: "channel" });
  } else set({ zoom: "model" });
}

/** The character, and the few numbers that the picture is about. */
function spoken(
  r: Run,
  v: Setting,
  t: number,
  say: (word: Phrase) => string,
  hidden: Hidden,
): string {
  const here = shownOf(r, v).find(({ token }) => token === t)!.character;
  const parts = [`${t + 1}: ${glyph(here)}`];
  const delta = deltaOf(r, v)?.[t];
  if (delta !== undefined && !hidden.bars)
    parts.push(`Δ ${format(delta)}, ×${format(2 ** ratiosOf(r, v)!.ratio[t]!, 2)}`);
  if (v.show === "states" || v.show === "inside") {
    const N = sizesOf(v.model).states;
    const h = statesOf(r, v)?.h.subarray(t * N, (t + 1) * N);
    if (h?.length && !hidden.bars) parts.push(`h: ${Array.from(h, (x) => fixed(x)).join(", ")}`);
    return parts.join("; ");
  }
  const { list, bars } = pageOf(r, v, t, say, hidden);
  const value = bars?.values[t];
  if (v.show === "whatif" && value !== undefined) parts.push(`${say("moved")}: ${percent(value)}`);
  const most = list.items.slice(0, 3).map(({ lead = "", what, told }) => `${lead}${what} ${told}`);
  if (most.length > 0) parts.push(`${list.title}: ${most.join(", ")}`);
  return parts.join("; ");
}
