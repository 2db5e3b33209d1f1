import { tenth } from "../../draw/picture.ts";
import type { Way } from "./compute.ts";

/** A mark for each way, told apart by its form: a circle, a square, a triangle. */
export const marks: Readonly<Record<Way, (x: number, y: number) => string>> = {
  kalman: (x, y) => `M${tenth(x - 5)} ${tenth(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`,
  delta: (x, y) => `M${tenth(x - 4.5)} ${tenth(y - 4.5)}h9v9h-9z`,
  added: (x, y) => `M${tenth(x)} ${tenth(y - 5.5)}l5.5 9.5h-11z`,
};
