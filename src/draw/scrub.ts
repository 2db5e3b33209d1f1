import type { Selection } from "d3";
import type { SymbolId } from "../notation.ts";
import type { Area, Box } from "./box.ts";
import { graspable, tellValue, type Grip } from "./hand.ts";
import { plate, tenth, type Root } from "./picture.ts";

/** An area to take hold of, unseen; `choosing` where pointing at it chooses. */
export const surface = (svg: Root, area: Area, kind = ""): Grip =>
  plate(svg, kind ? `surface ${kind}` : "surface", area);

export interface Scrub {
  /** Spoken name of what is moved. */
  readonly label: string;
  /** The place of the playhead at a place of the picture, rounded by this; beyond an end that end is taken. */
  at(px: number): number;
  /** The playhead. */
  t(): number;
  seek(t: number): void;
}

/** A plot that moves the playhead; the function returned tells where that stands. */
export function scrub(svg: Root, area: Area, { label, at, t, seek }: Scrub) {
  const grip = surface(svg, area);
  graspable(grip, {
    label,
    move: (px) => seek(Math.round(at(px))),
    nudge: (dx, dy) => seek(Math.floor(t()) + dx + dy),
  });
  return Object.assign(
    (now: number, spoken: string, last: number) => tellValue(grip, spoken, now, 0, last),
    { grip },
  );
}

/** A knob to take hold of: a ring, and around it what a finger finds. */
export function knob(svg: Root, symbol: SymbolId | null, r = 7, hit = 16): Grip {
  const g = svg.append<SVGGraphicsElement>("g").attr("data-symbol", symbol);
  g.append("circle").attr("class", "hit").attr("r", hit);
  g.append("circle").attr("class", "handle").attr("r", r);
  return g;
}

/** A line down a plot with a knob where it meets the curve: taken anywhere along the line. */
export function upright(svg: Root, { top, height }: Pick<Box, "top" | "height">, symbol: SymbolId) {
  const grip: Grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", symbol);
  const hit = plate(grip, "hit", { left: -14, top: 0, width: 28, height });
  const line = grip.append("path").attr("class", "cursor");
  const ring = grip.append("circle").attr("class", "handle").attr("r", 7);
  return {
    grip,
    ring: ring as Selection<SVGCircleElement, unknown, null, undefined>,
    put(x: number, y: number) {
      grip.attr("transform", `translate(${tenth(x)},${tenth(y)})`);
      hit.attr("y", tenth(top - y));
      line.attr("d", `M0 ${tenth(top - y)}V${tenth(top + height - y)}`);
    },
  };
}
