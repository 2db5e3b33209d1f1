import type { Gpu } from "../../gpu/device.ts";
import { pairScan } from "../../gpu/pairScan.ts";
import type { Shader } from "../../gpu/pairs.ts";
import { waitOf } from "./clock.ts";
import type { Flat } from "./data.ts";
import { onCard, type CardMethod } from "./methods.ts";

/** A scan on the graphics card: how long it took there, how long with the way there and back, what came out. */
export interface CardRun {
  readonly seconds: number;
  readonly away: number;
  readonly out: Flat;
  readonly shaders: readonly Shader[];
}

/** Runs a method on the card and times it. Throws as `pairScan`. */
export async function runOnCard(
  gpu: Gpu,
  method: CardMethod,
  pairs: Flat,
  chunk: number,
): Promise<CardRun> {
  const options = { method: onCard[method], chunk };
  const { a, b, timing, shaders } = await pairScan(gpu, pairs, { ...options, time: true });
  const away = await waitOf(() => pairScan(gpu, pairs, options), 3);
  return { seconds: timing!.seconds, away, out: { a, b, series: pairs.series }, shaders };
}
