import type { Box } from "../../draw/box.ts";
import type { Run } from "./compute.ts";
import { RAIL } from "./setting.ts";

/** The cart in metres: half its width, its height over the wheels, and their radius. */
export const CART = { half: 0.24, high: 0.2, wheel: 0.055, clear: 0.08 };

/** h at any moment, between the steps too: from the motion within them. */
export function poseAt(r: Run, t: number): Float64Array {
  const { n, fine, plant } = r;
  const last = (r.L - 1) * plant.parts;
  const at = Math.max(0, Math.min(last, t * plant.parts));
  const k = Math.min(Math.floor(at), last - 1);
  const share = at - k;
  return Float64Array.from(
    { length: n },
    (_, i) => fine[k * n + i]! * (1 - share) + fine[(k + 1) * n + i]! * share,
  );
}

/** Metres to the picture's units: the room between the ends of the rail, and the points of a pose in it. */
export function cartRoom(box: Box) {
  const unit = box.width / (2 * (RAIL + CART.half + 0.06));
  const rail = box.bottom - 26;
  const hinge = rail - (CART.high + CART.clear) * unit;
  const middle = box.cx;
  const x = (metres: number) => middle + metres * unit;
  const tip = (h: ArrayLike<number>, length: number): readonly [number, number] => [
    x(h[0]!) + length * unit * Math.sin(h[2]!),
    hinge - length * unit * Math.cos(h[2]!),
  ];
  return { unit, rail, hinge, x, tip };
}
export type Room = ReturnType<typeof cartRoom>;
