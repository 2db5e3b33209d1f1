import { count, fail, positive } from "../../numerics/check.ts";
import { adamWState, adamWStep, clipNorm } from "./adamw.ts";

/** What a step found, on rows that were never seen before. */
export interface Report {
  /** Steps done. */
  step: number;
  /** Mean cross-entropy at the answers, in nats; NaN where the training blew up. */
  loss: number;
  /** Share of the answers that were right, before the step. */
  accuracy: number;
  /** Norm of the gradient before clipping. */
  norm: number;
}

/** All that a training is, as plain arrays: can be sent, kept and gone on from. */
export interface Checkpoint {
  readonly step: number;
  readonly diverged: boolean;
  readonly weights: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly powers: Float64Array;
}

/** What is learned: weights, a gradient by them, and rows that come one batch after the other. */
export interface Problem {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  /** The share of the learning rate at which each weight learns; all at 1 where not given. */
  readonly rates?: Float64Array;
  /** The next batch takes the place of the one before. */
  draw(): void;
  /** Fills `gradient`, and the report's loss and accuracy, from the present batch. */
  learn(report: Report): void;
}

/** How fast: the rate rises over `warmUp` steps to `lr`, and falls in a line over `steps` to a tenth of it. */
export interface Pace {
  readonly lr: number;
  readonly warmUp: number;
  readonly steps: number;
}

/** A training that its owner drives step by step, and may leave alone at any time. */
export interface Loop {
  /** True once a loss or a gradient was not finite: then the weights are the last good ones, and no step changes them any more. */
  readonly diverged: boolean;
  /** One step; the report is written again by the next. */
  step(): Report;
  checkpoint(): Checkpoint;
}

const adamW = { betas: [0.9, 0.98], eps: 1e-8, weightDecay: 0 } as const;

/** What share of the learning rate a step takes. */
function share({ warmUp, steps }: Pace, step: number): number {
  return Math.min(1, (step + 1) / warmUp) * Math.max(0.1, 1 - (0.9 * step) / steps);
}

/** Steps of AdamW on a problem, from its beginning, or on from a checkpoint of it. Throws on a pace that is none. */
export function newLoop(
  { weights, gradient, rates, draw, learn }: Problem,
  pace: Pace,
  from?: Checkpoint,
): Loop {
  positive("lr", pace.lr);
  count("warmUp", pace.warmUp, 0);
  count("steps", pace.steps);
  const moments = adamWState(weights.length);
  const none = new Uint8Array(weights.length);
  const good = weights.slice();
  const report: Report = { step: 0, loss: NaN, accuracy: NaN, norm: NaN };
  const options = { ...adamW, lr: 0 };
  let diverged = false;
  if (from) {
    if (from.weights.length !== weights.length)
      fail("checkpoint", `one of ${weights.length} weights`, from.weights.length);
    weights.set(from.weights);
    good.set(weights);
    moments.first.set(from.first);
    moments.second.set(from.second);
    moments.powers.set(from.powers);
    ({ diverged } = from);
    for (; report.step < from.step; report.step++) draw();
  }

  // #region step
  function step(): Report {
    if (diverged) return report;
    draw();
    learn(report);
    report.norm = clipNorm(gradient, 1);
    if (!Number.isFinite(report.loss + report.norm)) {
      weights.set(good);
      diverged = true;
      return report;
    }
    good.set(weights);
    options.lr = pace.lr * share(pace, report.step);
    adamWStep(weights, gradient, moments, none, options, rates);
    report.step++;
    return report;
  }
  // #endregion

  return {
    get diverged() {
      return diverged;
    },
    step,
    checkpoint: () => ({
      step: report.step,
      diverged,
      weights: weights.slice(),
      first: moments.first.slice(),
      second: moments.second.slice(),
      powers: moments.powers.slice(),
    }),
  };
}
