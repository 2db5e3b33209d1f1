import type { Given } from "../../kit/signal.ts";

const LENGTH = 256;

/** A sine that rises from rest to half a turn a step: its frequency at step t is π t / 256. */
export const chirp: Given = {
  kind: "given",
  id: "chirp",
  data: Float64Array.from({ length: LENGTH }, (_, t) => Math.sin((Math.PI * t * t) / (2 * LENGTH))),
};

/** Radians a step that an input turns at a step, where it turns at one frequency. */
export const chirpAt = (t: number) => (Math.PI * t) / LENGTH;
