import { sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Reading } from "./reading.ts";

/** The layer looked at, 0-based: the last one where there are fewer. */
export const layerOf = ({ model, layer }: Pick<Setting, "model" | "layer">): number =>
  Math.min(layer, sizesOf(model).layers) - 1;

/** The character at which something is changed, 0-based: the last one where there are fewer. */
export const placeIn = ({ ids }: Reading, { at }: Pick<Setting, "at">): number =>
  Math.min(at, ids.length) - 1;
