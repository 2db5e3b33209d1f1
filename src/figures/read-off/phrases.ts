/** The words of the picture and of its caption. */
export const phrases = {
  off: "off the scale",
  legs: "LegS, row {row}, column {col}. Older moments age at the rate 1 − s, and nothing leaves: the entry is the integral under the curve, {value}. The closed form says {closed}; no entry is off by more than {apart}.",
  legt: "LegT, row {row}, column {col}. All moments age alike; the integral is {inside}. Less {lost} for what leaves the window, read back from the numbers: {value}. The closed form says {closed}.",
  lmu: "LMU, row {row}, column {col}. LegT’s window in other units: the functions are plain Pₖ, weighed with 2n + 1. The integral is {inside}, less {lost} for what leaves: {value}. The closed form says {closed}.",
  lagt: "LagT, row {row}, column {col}. The functions fade, and nothing leaves: the entry is the integral, {value}. The closed form says {closed}; no entry is off by more than {apart}.",
  fout: "FouT, row {row}, column {col}. A wave’s slope is its partner: the integral is {inside}. Less {lost}, as what leaves is read back twice: {value}. The closed form says {closed}.",
  cell: "row {row}, column {col}",
  functions: "over age s: what drifts, and what reads",
  product: "their product: the area is the integral",
  ancient: "oldest",
  today: "now",
  row: "row",
  parts: "by parts",
  closed: "closed form",
  look: "The entries: point at one that has been read, or use the arrow keys",
  picture:
    "The matrix A with B, read entry by entry; the two functions whose product is integrated, and their product; below, the row as a mixture, the integral, the same by parts, and the closed form",
} as const;

export type Phrase = keyof typeof phrases;
