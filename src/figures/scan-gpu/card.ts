import type { Gpu } from "../../gpu/device.ts";
import { blelloch } from "../../gpu/kernels/blelloch/scan.ts";
import { hillisSteele } from "../../gpu/kernels/hillis-steele/scan.ts";
import { chunked } from "../../gpu/kernels/pair-scan/scan.ts";
import { pairScan } from "../../gpu/pairScan.ts";
import type { PairMethod, Shader } from "../../gpu/pairs.ts";
import { SUBMIT, submit } from "../../gpu/submit.ts";
import { waitOf } from "../../tasks/clock.ts";
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
  const options = { method: onCard[method], chunk, time: true };
  const { a, b, timing, shaders } = await pairScan(gpu, pairs, options);
  const { seconds } = timing!;
  const lay = layouts[method](pairs.a.length / pairs.series, chunk);
  const away = await waitOf(() => thereAndBack(gpu, lay, pairs, seconds), 3);
  return { seconds, away, out: { a, b, series: pairs.series }, shaders };
}

/** How `pairScan` lays each method out. */
const layouts: Readonly<Record<CardMethod, (n: number, chunk: number) => PairMethod>> = {
  one: (n) => chunked(n),
  chunks: (_, chunk) => chunked(chunk),
  hillis: () => hillisSteele,
  blelloch: () => blelloch,
};

/** The pairs to the card, one scan, the prefixes back: all in one submit where it is short enough. */
function thereAndBack(
  gpu: Gpu,
  lay: PairMethod,
  { a, b, series }: Flat,
  seconds: number,
): Promise<void> {
  return gpu.run(async (work) => {
    const n = a.length / series;
    const plan = await lay(work, { a: work.upload(a), b: work.upload(b), n, series });
    const pieces = seconds < SUBMIT ? [plan.pieces.flat()] : plan.pieces;
    for (const piece of pieces) await submit(work, piece);
    await Promise.all([work.read(plan.a, a.length), work.read(plan.b, b.length)]);
  });
}
