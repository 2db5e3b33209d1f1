import { PIXELS, SIDE } from "./sheet.ts";

export const orderNames = ["rows", "columns", "snake"] as const;
export type OrderName = (typeof orderNames)[number];

const ways: Readonly<Record<OrderName, (t: number) => readonly [row: number, col: number]>> = {
  rows: (t) => [Math.floor(t / SIDE), t % SIDE],
  columns: (t) => [t % SIDE, Math.floor(t / SIDE)],
  snake: (t) => {
    const row = Math.floor(t / SIDE);
    return [row, row % 2 ? SIDE - 1 - (t % SIDE) : t % SIDE];
  },
};

/** The pixel that is read at each step. */
export const orderOf = (name: OrderName): Uint8Array =>
  Uint8Array.from({ length: PIXELS }, (_, t) => {
    const [row, col] = ways[name](t);
    return row * SIDE + col;
  });

/** The step at which each pixel is read. */
export function stepsOf(order: Uint8Array): Uint8Array {
  const steps = new Uint8Array(order.length);
  order.forEach((pixel, t) => (steps[pixel] = t));
  return steps;
}
