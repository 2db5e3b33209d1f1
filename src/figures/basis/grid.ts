import type { Box } from "../../draw/box.ts";
import { cut } from "../../draw/cut.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { Place, Scale } from "./scale.ts";

/** Lines nearer to each other than this, in the picture's units, are left out. */
const NEAR = 9;

/** The grid of a basis: whole numbers of one vector, and from there along the other. */
export function grid({ data }: Matrix, frame: Box, scale: Scale): string {
  const [a, b, c, d] = data as unknown as [number, number, number, number];
  return family([a, c], [b, d], frame, scale) + family([b, d], [a, c], frame, scale);
}

/** Lines along one vector through whole numbers of the other. */
function family(along: Place, by: Place, frame: Box, { end, at }: Scale): string {
  const long = Math.hypot(...along);
  const apart = long === 0 ? 0 : Math.abs(along[0] * by[1] - along[1] * by[0]) / long;
  const [[left], [right]] = [at([0, 0]), at([1, 0])];
  if (apart * (right - left) < NEAR) return "";
  const far = 3 * end;
  let d = "";
  const count = Math.ceil((1.6 * end) / apart);
  for (let m = -count; m <= count; m++) {
    const ends = [-1, 1].map((sign) =>
      at([
        m * by[0] + (sign * far * along[0]) / long + shift(m, by, along, long) * along[0],
        m * by[1] + (sign * far * along[1]) / long + shift(m, by, along, long) * along[1],
      ]),
    );
    d += cut(
      frame,
      (i) => ends[i]![0],
      (i) => ends[i]![1],
      0,
      1,
    ).d;
  }
  return d;
}

/** How far along its own line the point nearest to the origin lies: a skewed grid begins far out. */
const shift = (m: number, by: Place, along: Place, long: number) =>
  (-m * (by[0] * along[0] + by[1] * along[1])) / long ** 2;
