import { keeping } from "../../kit/keeping.ts";
import type { Stack } from "../../models/mamba/stack.ts";
import { type BlockWeights, tensorSpecs } from "../../models/mamba/weights.ts";
import { readBy, seenAt, weightsOf, type Run } from "./compute.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import { madeBy, redo } from "./redo.ts";
import { seenIn, type Seen, stripNames } from "./seen.ts";
import { costsOf, ruleOf, stageNames, totalOf } from "./stages.ts";

/** Both add the same products in another order; e^x is the course's own in one of them. */
const NEAR = 1e-10;

const agree = (a: ArrayLike<number>, b: ArrayLike<number>, near: number): boolean => {
  const size = Array.from(b).reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
  return a.length === b.length && Array.from(a).every((x, i) => Math.abs(x - b[i]!) <= near * size);
};

const boxesOf = keeping((seen: Seen, weights: BlockWeights) =>
  stageNames.every((stage) => agree(redo(stage, seen, weights, SHAPE), madeBy(stage, seen)!, NEAR)),
);

/** At the last character. */
export function boxesAgree(r: Run, v: Setting): boolean {
  const [seen, weights] = [seenAt(r, v, r.characters.length - 1), weightsOf(r, v)];
  return !seen || !weights || boxesOf(seen, weights);
}

/** Box by box, and tensor by tensor of the checkpoint. */
export function countsAgree(_: Run, v: Setting): boolean {
  const own = tensorSpecs(SHAPE).filter(({ name }) =>
    name.startsWith(`backbone.layers.${v.layer - 1}.`),
  );
  return totalOf(SHAPE).parameters === own.reduce((sum, { size }) => sum + size, 0);
}

export function ruleHolds(): boolean {
  const { in: into, out } = costsOf(SHAPE);
  return into.parameters + out.parameters === ruleOf(SHAPE);
}

const shortened = keeping((stack: Stack, text: string) => readBy(stack, text.slice(0, -1)));

/** The text without its last character leaves all before it as it was. */
export function nothingAhead({ trace, characters }: Run, v: Setting): boolean {
  const t = characters.length - 2;
  if (!trace || t < 0) return true;
  const [now, then] = [trace, shortened(trace.stack, v.text)].map(({ run }) =>
    seenIn(run, v.layer - 1, t),
  ) as [Seen, Seen];
  return stripNames.every((name) => agree(then.strips[name], now.strips[name], 1e-12));
}

/** Where this setting was recorded, to half a step of the record. */
export function asRecorded({ recorded, trace }: Run, v: Setting): boolean {
  if (!recorded || !trace) return true;
  return [...recorded.seen].every(([t, seen]) => {
    const now = seenIn(trace.run, v.layer - 1, t);
    return stripNames.every((name) => agree(seen.strips[name], now.strips[name], HALF));
  });
}
const HALF = 0.5 / 127 + 1e-6;
