import { levinson } from "../../models/speech/ar.ts";
import { frameLags } from "../../models/waveform/lpc.ts";
import { frameOf, loudest, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** By how many decibels LPC makes the loudest frame smaller. */
export function gainOf({ x }: Run, { p, frame }: Pick<Setting, "p" | "frame">): number {
  const { from, size } = loudest(x, frameOf(frame));
  const r = frameLags(x, from, size, p);
  return 10 * Math.log10(r[0]! / levinson(r, p).q);
}
