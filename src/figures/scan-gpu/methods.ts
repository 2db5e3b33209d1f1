/** The ways of scanning that are run side by side: four on the graphics card, two on the processor. */
export const methods = ["one", "chunks", "hillis", "blelloch", "loop", "helpers"] as const;
export type Method = (typeof methods)[number];

/** Names of `pairScan`'s methods. */
export const onCard = {
  one: "sequential",
  chunks: "chunked",
  hillis: "hillis-steele",
  blelloch: "blelloch",
} as const;
export type CardMethod = keyof typeof onCard;
export const cardMethods = Object.keys(onCard) as CardMethod[];

/** What "Shown" offers. */
export const groups = {
  all: methods,
  card: ["one", "chunks"],
  trees: ["chunks", "hillis", "blelloch"],
  cpu: ["loop", "helpers"],
} as const satisfies Record<string, readonly Method[]>;
