import type { Complex } from "./compute.ts";

/** A square of the picture and what it shows: centre and units a pixel. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly centre: Complex;
  /** Half of what the square spans. */
  readonly half: number;
}

/** Between a square's pixels and its units. */
export const toPixels = ({ left, top, size, centre, half }: Square) => {
  const k = size / 2 / half;
  return {
    k,
    x: (re: number) => left + size / 2 + (re - centre[0]) * k,
    y: (im: number) => top + size / 2 - (im - centre[1]) * k,
    re: (px: number) => centre[0] + (px - left - size / 2) / k,
    im: (py: number) => centre[1] - (py - top - size / 2) / k,
  };
};
