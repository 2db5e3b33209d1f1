import { keeping } from "../../kit/keeping.ts";
import { type Kind, kinds, type Net, newNet, weightsOf } from "../../models/parity/net.ts";
import { parityDefaults } from "../../models/parity/trainer.ts";
import type { Checkpoint } from "../../models/train/loop.ts";
import { byHand, type Hand } from "./byHand.ts";
import { POINT } from "./nets.ts";
import type { Setting } from "./params.ts";
import { recordedFor, type Recording } from "./recorded.ts";

/** A curve of learning, a point every fifty steps: loss of the training in nats, and right answers of the test by window. */
export interface Curve {
  readonly loss: readonly number[];
  readonly right: readonly (readonly number[])[];
  /** Steps that were done when a number was no longer finite; not there as long as all are. */
  readonly broke?: number;
}

/** A training as far as it has come, with all that it takes to go on. */
export interface Course extends Curve {
  readonly checkpoint: Checkpoint;
}

/** How far a training is; a broken one is through. */
export const farOf = (course: Course | undefined, { steps }: Pick<Setting, "steps">): number =>
  !course ? 0 : course.broke !== undefined ? 1 : Math.min(1, (course.loss.length * POINT) / steps);

export interface Run extends Readonly<Partial<Record<Kind, Course>>> {
  readonly hand: Hand;
  readonly recorded?: Recording;
}

const handOf = keeping((bits: string, one: number, angle: number, nought: number) =>
  byHand({ bits, one, angle, nought }),
);

/** What is multiplied by hand, and what was recorded; all else is the training's. */
export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  return { hand: handOf(v.bits, v.one, v.angle, v.nought), ...(recorded && { recorded }) };
}

/** What stands for a net: what was trained here, else what was recorded. */
export const curveOf = (r: Run, kind: Kind): Curve | undefined => r[kind] ?? r.recorded?.[kind];

/** Where the weights that read come from. */
export type Source = "trained" | "recorded" | "untrained";

const { N, units } = parityDefaults;
const sizesOf = (kind: Kind) => ({ kind, N, units });
const begun = Object.fromEntries(
  kinds.map((kind) => [kind, keeping((seed: number) => newNet(sizesOf(kind), seed))]),
) as Record<Kind, (seed: number) => Net>;
const loaded = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    keeping((weights: ArrayLike<number>): Net => {
      const sizes = sizesOf(kind);
      return { sizes, weights: weightsOf(sizes, Float64Array.from(weights)) };
    }),
  ]),
) as Record<Kind, (weights: ArrayLike<number>) => Net>;

/** The net that reads: as it stands after the training here, as recorded, or as it begins. */
export function netOf(
  r: Run,
  v: Setting,
  kind: Kind,
): { readonly source: Source; readonly net: Net } {
  const own = r[kind]?.checkpoint.weights;
  if (own) return { source: "trained", net: loaded[kind](own) };
  const kept = r.recorded?.weights[kind];
  if (kept) return { source: "recorded", net: loaded[kind](kept) };
  return { source: "untrained", net: begun[kind](v.seed) };
}
