/** What can be wrong with a reader's checkpoint: its file, its config, its tensors, its tokenizer, its size. */
export type FaultName =
  | "format" // no safetensors
  | "cut" // ends too early
  | "numbers" // of a type that is not read
  | "damaged" // its header contradicts itself, or a number is none
  | "config" // no config of a Mamba that can be read here
  | "architecture" // another model's
  | "missing" // a tensor
  | "shape" // of a tensor
  | "stray" // a tensor that the config knows nothing of
  | "shard" // a file that the index names
  | "large"; // more than fits here

/** Thrown on a checkpoint that cannot be used: which fault, and what has it (a tensor, a file, a number type). */
export class Fault extends RangeError {
  readonly fault: FaultName;
  readonly what: string;
  constructor(fault: FaultName, what: string, why: string) {
    super(`the model file cannot be read: ${why}`);
    [this.fault, this.what] = [fault, what];
  }
}
