import { fail } from "../../numerics/check.ts";
import type { Autoregression } from "./ar.ts";
import {
  type Companion,
  type Estimates,
  filterBlock,
  startCompanion,
  trailOf,
} from "./companion.ts";
import { fitNoisy, fitPower, framePower, type Framing, framing } from "./fit.ts";
import { noHindsight, walkBack } from "./hindsight.ts";

/** Samples from one model to the next, and samples that each one is fitted to: 16 and 48 ms at 8 kHz. */
export const HOP = 128;
export const FRAME = 384;

/** What a model is fitted to: the speech without its noise, the noisy speech as it is, or that with its noise reckoned with. */
export type Fitted = "clean" | "noisy" | "reckoned";

/** Speech in white noise, and how it is to be cleaned. */
export interface Task {
  /** What was heard. */
  readonly y: Float64Array;
  /** The speech itself, for `fitted: "clean"`. */
  readonly clean?: Float64Array | undefined;
  /** The noise variance that the filter is told. */
  readonly R: number;
  /** Order of the models: the number of samples in the state. */
  readonly p: number;
  readonly fitted: Fitted;
  /** Rounds of `fitNoisy`. */
  readonly passes: number;
  /** Whether an estimate may wait for what comes after it: for the end of the next hop. */
  readonly hindsight: boolean;
}

/** The number of hops in a series: the last may be shorter. */
export const hopsOf = (samples: number): number => Math.max(1, Math.ceil(samples / HOP));

/** Fits the models of a task, each by its hop. */
export function modelsOf(task: Task): (hop: number) => Autoregression {
  const { fitted, clean, y, R, p, passes } = task;
  const f: Framing = framing(FRAME, p);
  if (fitted === "clean" && !clean) fail("clean", "given where models are fitted to it", clean);
  return (hop) => {
    const from = hop * HOP - (FRAME - HOP) / 2; // the hop in the middle of its frame
    const power = framePower(fitted === "clean" ? clean! : y, from, f);
    return fitted === "reckoned" ? fitNoisy(power, R, p, passes, f) : fitPower(power, p, f);
  };
}

/**
 * Cleans the hops from … to − 1 of a task into `out`, beginning in silence, and yields the number of hops that are done, after
 * every `slice` of them. With hindsight a hop is done when the next one has been heard; variances are the filter's own.
 */
export function* enhance(
  task: Task,
  out: Estimates,
  [from, to]: readonly [number, number] = [0, hopsOf(task.y.length)],
  slice = Infinity,
  models = modelsOf(task),
): Generator<number, void, undefined> {
  const { y, R, p, hindsight } = task;
  const filter: Companion = startCompanion(p);
  const trails = [trailOf(HOP, p), trailOf(HOP, p)] as const;
  const end = (hop: number) => Math.min(y.length, (hop + 1) * HOP);
  // #region enhance
  for (let hop = from; hop < to; hop++) {
    const model = models(hop);
    const [trail, before] = hop % 2 === 0 ? trails : [trails[1], trails[0]];
    filterBlock(filter, model, R, y, [hop * HOP, end(hop)], out, hindsight ? trail : undefined);
    if (hindsight && hop > from) {
      const later = noHindsight(p, out.variance !== undefined);
      walkBack(trail, model, later); // what this hop says of the one before
      walkBack(before, model, later, (hop - 1) * HOP, out);
    }
    if (hindsight && hop === to - 1)
      walkBack(trail, model, noHindsight(p, out.variance !== undefined), hop * HOP, out);
    if ((hop - from + 1) % slice === 0) yield hop + 1 - (hindsight ? 1 : 0);
  }
  // #endregion
}
