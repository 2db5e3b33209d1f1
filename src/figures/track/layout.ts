import { box } from "../../draw/box.ts";
import { linear } from "../../draw/picture.ts";
import { PLANE } from "./path.ts";

/** Where plane, legend and time strip stand, and how a place of the plane becomes one of the picture. */
function layout(o: {
  width: number;
  edge: number;
  slot: number;
  slots: number;
  strip: number;
  left: number;
}) {
  const { width, edge } = o;
  const scale = (width - 2 * edge) / PLANE.width;
  const plane = box({
    left: edge,
    top: edge,
    width: width - 2 * edge,
    height: scale * PLANE.height,
  });
  const low = plane.bottom;
  const rows = Math.ceil(6 / o.slots);
  const strip = box({
    left: o.left,
    right: width - edge - 6,
    top: low + 14 + rows * 21,
    height: o.strip,
  });
  return {
    width,
    height: strip.bottom + 18,
    plane,
    scale,
    px: linear(0, PLANE.width, plane.left, plane.left + plane.width),
    py: linear(0, PLANE.height, low, plane.top),
    /** Place of a word of the legend: its glyph begins here. */
    slot: (k: number) =>
      [edge + 4 + (k % o.slots) * o.slot, low + 20 + Math.floor(k / o.slots) * 21] as const,
    strip,
  };
}

export type Layout = ReturnType<typeof layout>;

export const layouts = {
  wide: layout({ width: 680, edge: 4, slot: 113, slots: 6, strip: 84, left: 62 }),
  compact: layout({ width: 360, edge: 2, slot: 119, slots: 3, strip: 62, left: 46 }),
};
