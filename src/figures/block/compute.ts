import { keeping } from "../../kit/keeping.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import type { Run as MambaRun } from "../../models/mamba/forward.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import type { BlockWeights } from "../../models/mamba/weights.ts";
import { type Stack, traceStack } from "../../models/mamba/stack.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import { CHARACTERS } from "./model.ts";
import type { Setting } from "./params.ts";
import { recordedFor, type Recorded } from "./recorded.ts";
import { type Scale, scaleOf, seenIn, type Seen } from "./seen.ts";

/** The model, and all that went on in it while it read the text. */
export interface Trace {
  readonly run: MambaRun;
  readonly stack: Stack;
}

export interface Run {
  readonly characters: readonly string[];
  /** Some characters of the first example, in one block: shown until the model is here. */
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly model?: Shipped;
  readonly trace?: Trace;
}

const charactersIn = keeping((text: string): readonly string[] => [...text]);

export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  return { characters: charactersIn(v.text), ...(recorded && { recorded }) };
}

const open = keeping(({ card, bytes }: Shipped): Stack =>
  stackOf(mambaShape(card.shape), readWeights(card, bytes)),
);

/** Reads a text from rest. */
export const read = (model: Shipped, text: string): Trace => readBy(open(model), text);

export function readBy(stack: Stack, text: string): Trace {
  const ids = Int32Array.from(text, (c) => CHARACTERS.indexOf(c));
  return { run: traceStack(stack, ids).run, stack };
}

const seen = Array.from({ length: 2 }, () => keeping(seenIn));

/** What a block makes of the character at a step; undefined as long as nobody knows. Two steps are kept: while playing both are drawn. */
export function seenAt({ trace, recorded }: Run, v: Setting, t: number): Seen | undefined {
  if (trace) return seen[t % 2]!(trace.run, v.layer - 1, t);
  return recorded?.seen.get(t);
}

const scale = keeping(scaleOf);

export const scaleAt = ({ trace, recorded }: Run, v: Setting): Scale | undefined =>
  trace ? scale(trace.run, v.layer - 1) : recorded?.scale;

/** The weights of the block, where they are here. */
export const weightsOf = ({ trace }: Run, v: Setting): BlockWeights | undefined =>
  trace?.stack.weights.blocks[v.layer - 1];

export const placeOf = (r: Run, t: number): number =>
  Math.max(0, Math.min(r.characters.length - 1, Math.floor(t)));
