import { SENTENCE, type Clip } from "./clip.ts";
import type { Label, Param } from "../../kit/param.ts";

export interface ClipParam extends Param<Clip> {
  readonly kind: "clip";
}

const options = { sentence: "A spoken sentence", own: "My own sound" } as const;

/** A clip of sound; a link names the bundled one, and can only say that there was one of the reader's own. */
export const clip = (o: Label): ClipParam => ({
  kind: "clip",
  ...o,
  options,
  initial: SENTENCE,
  parse: (s) => (s === "sentence" ? SENTENCE : undefined),
  print: (c) => c.kind,
  stays: (s) => s === "own",
  nudge: (c) => c,
  at: () => SENTENCE,
});
