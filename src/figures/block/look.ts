import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import { stripOf } from "./redo.ts";
import type { Seen } from "./seen.ts";
import type { Stage } from "./stages.ts";

/** The box that numbers are told of: of the whole block its last one. */
export const stageOf = ({ box }: Setting): Stage => (box === "whole" ? "add" : box);

const inStream: readonly Stage[] = ["norm", "out", "add"];

const largest = (x: ArrayLike<number>): number => {
  let k = 0;
  for (let i = 1; i < x.length; i++) if (Math.abs(x[i]!) > Math.abs(x[k]!)) k = i;
  return k;
};

/** Which of a box's numbers is looked at, from 0: the channel; in the stream the last one at most; of B and of the states the largest. */
export function indexOf(stage: Stage, { channel }: Setting, { strips }: Seen): number {
  if (inStream.includes(stage)) return Math.min(channel, SHAPE.d) - 1;
  return stage === "select" ? largest(strips.B) : channel - 1;
}

/** That number. */
export function valueOf(stage: Stage, v: Setting, seen: Seen): number {
  if (stage !== "scan") return seen.strips[stripOf[stage]][indexOf(stage, v, seen)]!;
  const after = seen.states(v.channel - 1)?.after;
  return after ? after[largest(after)]! : NaN;
}

/** The state of the chosen channel that is largest after the character. */
export function stateAt(v: Setting, seen: Seen): number | undefined {
  const states = seen.states(v.channel - 1);
  return states && largest(states.after);
}
