export const phrases = {
  sweeps:
    "At h = {place} the prior is {atPrior} high and the likelihood {atSeen}. Multiplied: {atProduct}.",
  foot: "At h = {place} the product is less than a ten-thousandth of its peak.",
  whole:
    "The product is a bell again, at {mean}, give or take {deviation}. It has gone the share K = {gain} of the way from the prior to the measurement.",
  agree:
    "Both lie at {mean}, and so does their product; but it is narrower than either: give or take {deviation}.",
  far: "The two hardly overlap, and still the product is one bell, at {mean}, give or take {deviation}. How far apart they lie makes no difference to its width.",
  picture:
    "Two bells over one axis of states; below, their product, and the two weights that balance on its mean",
  prior: "prior",
  likelihood: "likelihood",
  posterior: "posterior",
  product: "product, place by place",
  peak: "peak",
  divided: "the product, divided by its area",
  balance: "weights: the precisions",
  weight: "precision",
  dragPrior: "The prior's mean",
  dragSeen: "The measurement",
  dragPriorWidth: "The prior's width",
  dragSeenWidth: "The measurement's width",
  scrub: "Place of the product: move the playhead",
  clock: "h = {place}",
  clockDone: "the whole product",
} as const;

export type Phrase = keyof typeof phrases;
