import type { Method } from "./methods.ts";

/** A mark for each method, from its centre on: filled for the graphics card, open for the processor. */
export const shapes: Readonly<Record<Method, string>> = {
  one: "m-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z",
  chunks: "m-3.3 -3.3h6.6v6.6h-6.6z",
  hillis: "m0 -4.4l4.2 7.6h-8.4z",
  blelloch: "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z",
  loop: "m-3.4 -3.4l6.8 6.8m0 -6.8l-6.8 6.8",
  helpers: "m-4.2 0h8.4m-4.2 -4.2v8.4",
};

/** The same mark at many places. */
export const marksAt = (method: Method, places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}${shapes[method]}`).join("");

/** A line through places. */
export const lineThrough = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], k) => `${k ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
