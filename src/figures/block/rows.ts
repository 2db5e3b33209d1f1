import type { Box } from "../../draw/box.ts";
import { p, plate, stroke, write, type Pen } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import type { Moment } from "../../kit/figure.ts";
import { scaleAt, seenAt, type Run } from "./compute.ts";
import { signsOf } from "./glyphs.ts";
import { placeIn, type Layout, type Place } from "./layout.ts";
import { indexOf } from "./look.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Scale, Seen } from "./seen.ts";
import { nameOf, stageNames, type Stage } from "./stages.ts";
import { barsOf, stateMap } from "./strips.ts";

const symbols: Readonly<Partial<Record<Place["strip"], SymbolId>>> = {
  x: "u",
  z: "z",
  conv: "u",
  u: "u",
  B: "Bt",
  C: "Ct",
  delta: "Deltat",
  h: "h",
  y: "y",
  gated: "y",
};
/** What stands over a strip; beside it where the strip is short. */
const beside: Readonly<Partial<Record<Place["strip"], string>>> = { low: "δ", B: "B", C: "C" };

/** How far the playhead's character has come: the boxes below it show the next one already. */
export function flowing(t: number): { readonly now: number; readonly reached: number } {
  const now = Math.floor(t);
  const share = t - now;
  return { now, reached: share === 0 ? -1 : Math.floor(share * (stageNames.length + 1)) };
}

/** All strips with their captions, each as a group that lights up in its turn. */
export function rowsView(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const rows = layout.places.map((place) => rowView(pen, place, layout, say));
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { now, reached } = flowing(t);
    const [here, next] = [
      seenAt(r, v, now),
      reached < 0 ? undefined : seenAt(r, v, Math.min(now + 1, r.characters.length - 1)),
    ];
    const scale = scaleAt(r, v);
    for (const { draw, place } of rows) {
      const turn = stageNames.indexOf(place.stage);
      const come = reached >= turn;
      const state = reached < 0 ? (now % 2 ? "odd" : "even") : come ? "come" : "wait";
      draw(come ? next : here, scale, v, turn === reached ? "come lit" : state);
    }
  };
}

function rowView(pen: Pen, place: Place, layout: Layout, say: (word: Phrase) => string) {
  const { strip, stage, box: at } = place;
  const g = pen.append("g").attr("class", "block-row").style("--turn", stageNames.indexOf(stage));
  const frame = plate(g, "block-frame", at, 2);
  const mark = stroke(g, "block-band band");
  const map = strip === "h" ? stateMap(g) : undefined;
  const bars = stroke(g, "block-bars bars", symbols[strip]);
  const zero = stroke(g, "axis").attr(
    "d",
    map ? null : `M${p(at.left)} ${p(at.cy)}h${p(at.width)}`,
  );
  caption(g, place, layout, say);
  let shown: Seen | undefined;
  const paint = (seen: Seen | undefined, scale: Scale | undefined) => {
    if (strip === "h") return map!(seen?.h, SHAPE.N, scale?.h ?? 1, at);
    bars.attr(
      "d",
      seen ? barsOf(seen.strips[strip], at, scale?.[strip] ?? 1, layout.narrow ? 1 : 0.8) : "",
    );
  };
  return {
    place,
    draw(seen: Seen | undefined, scale: Scale | undefined, v: Setting, state: string) {
      const chosen = v.box === stage;
      g.attr(
        "class",
        `block-row block-${state.replace(" ", " block-")}${chosen ? " block-chosen" : ""}`,
      );
      frame.classed("block-none", !seen);
      zero.attr("display", seen && !map ? null : "none");
      if (seen !== shown) paint(seen, scale);
      shown = seen;
      const k = seen && markedIn(place, v, seen);
      mark.attr("d", k === undefined ? "" : bandAt(at, layout.unit, k));
    },
  };
}

/** A band behind the number looked at, wider than its bar. */
export const bandAt = (
  { left, top, height }: Pick<Box, "left" | "top" | "height">,
  unit: number,
  k: number,
) => `M${p(left + (k + 0.5) * unit - WIDE / 2)} ${p(top)}h${WIDE}v${p(height)}h${-WIDE}z`;
const WIDE = 6;

function markedIn({ strip, stage }: Place, v: Setting, seen: Seen): number | undefined {
  if (strip === "low" || strip === "C" || strip === "B") return undefined;
  if (strip === "input") return indexOf("norm", v, seen);
  return stage === "scan" ? v.channel - 1 : indexOf(stage, v, seen);
}

function caption(
  g: Pen,
  { strip, stage, box: at }: Place,
  layout: Layout,
  say: (word: Phrase) => string,
) {
  const { narrow } = layout;
  const count =
    strip === "h" ? `${SHAPE.E} × ${SHAPE.N}` : String(Math.round(at.width / layout.unit));
  const short = beside[strip];
  if (short !== undefined) {
    const symbol = symbols[strip];
    write(g, at.right + 4, at.cy + 4.5, "start", narrow ? short : `${short} ${count}`).attr(
      "data-symbol",
      symbol ?? null,
    );
    if (strip !== "low") return;
  }
  const y = at.top - 5;
  let left = strip === "low" ? placeIn(layout, "u").left : at.left;
  if (strip !== "input")
    for (const { look, d } of signsOf(stage)) {
      stroke(g, look)
        .attr("d", d)
        .attr("transform", `translate(${p(left - 2)},${p(y - 4)})`);
      left += SIGN;
    }
  write(g, left, y, "start", nameOfRow(strip, stage, say)).classed("block-name", true);
  const room = narrow ? strip !== "h" && at.width > 100 : true;
  if (room && strip !== "low") write(g, at.right, y, "end", count);
}

const SIGN = 18;

function nameOfRow(strip: Place["strip"], stage: Stage, say: (word: Phrase) => string): string {
  if (strip === "input") return say("stream");
  if (strip === "x" || strip === "z") return `${nameOf.in}: ${strip}`;
  return stage === "add" ? `+ ${say("stream")}` : nameOf[stage];
}
