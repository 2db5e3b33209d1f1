/** What is said of a model that ships with the course, beside its weights: public/models/<id>/card.json. */
export interface Card {
  readonly id: string;
  readonly kind: "mamba" | "transformer" | "lstm" | "tagger" | "s4d tagger";
  readonly title: string;
  readonly data: { readonly name: string; readonly source: string; readonly licence: string };
  /** What it was judged by, and how. */
  readonly heldOut: { readonly what: string; readonly value: number; readonly unit: string };
  /** Sizes, under the names of a Hugging Face config where there are such. */
  readonly shape: Readonly<Record<string, number>>;
  /** The vocabulary of a character model, in the order of its ids. */
  readonly characters?: string;
  /** What the trainer noted: recipe, seed, steps, seconds, card. */
  readonly training: Readonly<Record<string, unknown>>;
  /** Size and SHA-256 (hexadecimal) of weights.bin. */
  readonly bytes: number;
  readonly sha256: string;
  /** The tensors of weights.bin in their order. */
  readonly tensors: readonly (readonly [name: string, shape: readonly number[], kind: Kind])[];
}

/** "i8": a scale for each row (float16), then the rows as int8; "f16": float16. A row is the last axis. */
export type Kind = "i8" | "f16";
