import type { Plan } from "../../models/checkpoint/plan.ts";

/** A reader's own checkpoint, its headers read and found to fit: what a worker needs to read the rest. */
export interface Own {
  /** What its folder or file is called. */
  readonly name: string;
  readonly layers: number;
  readonly channels: number;
  readonly states: number;
  readonly plan: Plan;
  /** The token that a text which is empty begins with. */
  readonly first: number;
  readonly weights: readonly Blob[];
  readonly tokenizer: Blob;
}

/** The same, packed: what is run. The browser keeps the bytes; each worker has its copy while it works. */
export interface OwnModel {
  readonly packed: Blob;
  /** How each token is written, in the order of the ids. */
  readonly vocabulary: readonly string[];
}
