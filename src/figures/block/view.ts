import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { picture, write, type Root } from "../../draw/picture.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { placeOf, seenAt, type Run } from "./compute.ts";
import { glyph } from "./detail.ts";
import { glyphs } from "./glyphs.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { stageOf, valueOf } from "./look.ts";
import { SHAPE } from "./model.ts";
import { count, panelView } from "./panel.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { rowsView } from "./rows.ts";
import { costsOf, nameOf, stageNames, totalOf } from "./stages.ts";
import { cellsOf, textRow } from "./textRow.ts";
import { wiresView } from "./wires.ts";

type At = Moment<Setting, Run>;

/** One character through one block, from the stream and back into it; beside it the box looked at. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("wholePicture"));
  const drawWires = wiresView(mute.append("g"), layout);
  const parts = [
    textRow(mute.append("g"), layout),
    rowsView(mute.append("g"), layout, say),
    panelView(mute.append("g"), layout, say),
  ];
  const record = write(mute, layout.width - 2, 62 - 5, "end", "");
  key(mute, { left: 2, right: layout.width, y: layout.key, size: layout.size }, [
    ...(["channels", "time", "bent", "product"] as const).map((mark) => ({
      look: `block-sign block-${mark}`,
      as: glyphs[mark],
      word: say(mark),
    })),
    { look: "block-band", as: "area", word: say("lookedAt") },
  ]);
  let moment: At;
  const now = () => moment;
  const tell = [pointing(svg, layout, stage, now), scrubbing(svg, layout, stage, now)];
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, t } = next;
      drawWires(v);
      for (const part of parts) part(next);
      const shown = seenAt(r, v, placeOf(r, t));
      record.text(r.trace ? "" : shown ? say("record") : say("onItsWay"));
      for (const told of tell) told();
    },
    destroy: () => svg.remove(),
  };
}

/** The block to take hold of: a box and one of its numbers; arrows go along the flow, and from number to number. */
function pointing(svg: Root, layout: Layout, { say, set }: Stage<Setting, Phrase>, now: () => At) {
  const ground = surface(
    svg,
    box({ left: 0, top: 44, right: layout.width, bottom: layout.turn + 6 }),
    "choosing",
  );
  const stops = ["whole", ...stageNames] as const;
  graspable(ground, {
    label: say("point"),
    move: (px, py, first) => {
      const found = layout.places.find(
        ({ box: b }) =>
          px >= b.left - 6 && px <= b.right + 6 && py >= b.top - 18 && py <= b.bottom + 3,
      );
      if (!found) return void (first && px < layout.panel.left && set({ box: "whole" }));
      const { strip, stage, box: at } = found;
      const k = Math.floor((px - at.left) / layout.unit);
      const small = strip === "low" || strip === "B" || strip === "C";
      set({
        box: stage,
        ...(!small && { channel: Math.max(1, Math.min(SHAPE.E, k + 1)) }),
      });
    },
    nudge: (dx, dy) => {
      const { values: v } = now();
      if (dx !== 0) set({ channel: Math.max(1, Math.min(SHAPE.E, v.channel + dx)) });
      const k = stops.indexOf(v.box) - dy;
      if (dy !== 0) set({ box: stops[Math.max(0, Math.min(stops.length - 1, k))]! });
    },
  });
  return () => {
    const m = now();
    const k = stops.indexOf(m.values.box);
    tellValue(ground, spoken(m, say), k, 0, stops.length - 1);
  };
}

/** The text moves the playhead. */
function scrubbing(
  svg: Root,
  layout: Layout,
  { say, seek }: Stage<Setting, Phrase>,
  now: () => At,
) {
  const count = () => now().result.characters.length;
  const move = scrub(svg, box({ left: 0, top: 0, right: layout.width, bottom: 42 }), {
    label: say("pointText"),
    at: (px) => {
      const { left, each } = cellsOf(layout, count());
      return Math.max(0, Math.min(count() - 1, (px - left) / each - 0.5));
    },
    t: () => now().t,
    seek,
  });
  return () => {
    const { result: r, t } = now();
    const at = placeOf(r, t);
    move(at, `${at + 1}: ${glyph(r.characters[at]!)}`, count() - 1);
  };
}

/** The box, what it costs, and its number. */
function spoken({ result: r, values: v, t, withheld }: At, say: (word: Phrase) => string): string {
  const { parameters, products } = v.box === "whole" ? totalOf(SHAPE) : costsOf(SHAPE)[v.box];
  const name = v.box === "whole" ? say("together") : nameOf[v.box];
  if (withheld?.has("picture")) return name;
  const seen = seenAt(r, v, placeOf(r, t));
  return [
    name,
    `${say("parameters")} ${count(parameters)}`,
    `${say("multiplications")} ${count(products)}`,
    ...(seen && v.box !== "whole" ? [format(valueOf(stageOf(v), v, seen))] : []),
  ].join("; ");
}
