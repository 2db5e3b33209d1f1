import { box, grown } from "../../draw/box.ts";
import { linear, picture, type Root } from "../../draw/picture.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { carriesView, clearedAt } from "./carriesView.ts";
import { feltOf, lengthOf, natsOf, type Run } from "./compute.ts";
import { keys } from "./keys.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { notes } from "./notes.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { positionView } from "./positionView.ts";
import { reachView } from "./reachView.ts";
import { stretchOf, surpriseView } from "./surpriseView.ts";

type At = Moment<Setting, Run>;

/** One picture at a time; a question that hides the picture hides its curves. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const group = () => mute.append("g");
  const groups = { surprise: group(), position: group(), carries: group(), reach: group() };
  const surprise = surpriseView(groups.surprise, layout, say);
  const parts = {
    surprise: surprise.draw,
    position: positionView(groups.position, layout, say),
    carries: carriesView(groups.carries, layout, say),
    reach: reachView(groups.reach, layout, say),
  };
  const drawKeys = keys(mute, layout, say);
  const drawNotes = notes(mute, layout, say);
  let now: At;
  const tell = pointing(svg, layout, stage, surprise.near, () => now);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t, withheld } = moment;
      for (const [name, g] of Object.entries(groups))
        g.attr("display", name === v.show ? null : "none");
      const place = Math.min(Math.floor(t), lengthOf(r, v) - 1);
      const hidden = withheld?.has("picture") === true;
      parts[v.show](hidden ? without(r) : r, v, place);
      drawKeys(r, v);
      drawNotes(r, v);
      tell(place);
    },
    destroy: () => svg.remove(),
  };
}

/** The text alone: nothing of how it was read. */
function without({ own, sample }: Run): Run {
  const unread = sample && { text: sample.text, surprise: new Float32Array() };
  return { ...(own && { own }), ...(unread && { sample: unread }) };
}

/** Three surfaces that move the playhead: over the whole text, over a stretch of it, over the passage; or from paragraph to paragraph. */
function pointing(
  svg: Root,
  at: Layout,
  { say, seek }: Stage<Setting, Phrase>,
  near: (x: number, y: number) => number | undefined,
  now: () => At,
) {
  const { overview, middle } = at;
  const t = () => now().t;
  const length = () => lengthOf(now().result, now().values);
  const go = (to: number) => seek(Math.max(0, Math.min(length() - 1, to)));
  const places = (from: number, to: number, px: number) => {
    const place = Math.floor(linear(overview.left, overview.right, from, to)(px));
    return Math.max(from, Math.min(to - 1, place));
  };
  const whole = scrub(svg, grown(overview, 2, 4), {
    label: say("scrubWhole"),
    at: (px) => places(0, length(), px),
    t,
    seek: go,
  });
  const part = scrub(svg, grown(middle, 2, 4), {
    label: say("scrubNear"),
    at: (px) => places(...stretchOf(now().values, t(), length()), px),
    t,
    seek: go,
  });
  const { left, right, top, bottom } = at.passage;
  const text = letterSurface(svg, box({ left, right, top: top - 4, bottom }), {
    label: say("scrubText"),
    near,
    go,
    now,
  });
  return (place: number) => {
    const { result: r, values: v } = now();
    const shown = v.show === "surprise";
    for (const each of [whole, part]) each.grip.attr("display", shown ? null : "none");
    text.grip.attr("display", shown || v.show === "carries" ? null : "none");
    const nats = natsOf(r, v)[place] ?? NaN;
    const told = `${place + 1}${Number.isNaN(nats) ? "" : `: ${format(nats)}`}`;
    for (const each of [whole, part, text]) each(place, told, length() - 1);
  };
}

interface Letters {
  readonly label: string;
  near(x: number, y: number): number | undefined;
  go(to: number): void;
  now(): At;
}

/** The passage: pointing at a character goes there; where paragraphs are compared, arrows go to the next one. */
function letterSurface(svg: Root, area: ReturnType<typeof box>, { label, near, go, now }: Letters) {
  const grip = surface(svg, area, "choosing");
  graspable(grip, {
    label,
    move: (x, y) => {
      if (now().values.show !== "surprise") return;
      const token = near(x, y);
      if (token !== undefined) go(token);
    },
    nudge: (dx, dy) => {
      const by = dx + dy;
      const { result: r, values: v, t } = now();
      if (v.show === "surprise") return go(Math.floor(t) + by);
      const all = feltOf(r, "cleared").map(({ from }) => from);
      const here = all.indexOf(clearedAt(r, t)?.from ?? -1);
      const next = all[Math.max(0, Math.min(all.length - 1, here + Math.sign(by)))];
      if (next !== undefined) go(next);
    },
  });
  return Object.assign(
    (place: number, told: string, last: number) => tellValue(grip, told, place, 0, last),
    { grip },
  );
}
