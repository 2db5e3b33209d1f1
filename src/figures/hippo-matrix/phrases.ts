export const phrases = {
  off: "off the scale",
  legs: "LegS: row {row}, column {col} holds {result}. Above the diagonal all is empty: number n hears only itself and the numbers before it.",
  lagt: "LagT: row {row}, column {col} holds {result}. Below the diagonal all is −1, above it all is empty.",
  legt: "LegT: row {row}, column {col} holds {result}. The matrix is full: to let go what leaves the window, every number must hear all the others.",
  fout: "FouT: row {row}, column {col} holds {result}. Each cosine turns into its sine, and a common term lets go what leaves the window.",
  sumLegs:
    "LegS: A + Aᵀ = −(I + BBᵀ). Whatever the state, it loses energy when left alone: not “positivity”, but its opposite.",
  sumOther: "A + Aᵀ is a sum of terms −vvᵀ: left alone, no state gains energy.",
  eigenLegs:
    "The eigenvalues of LegS are −1, −2 … −{N}: the diagonal itself. All lie to the left, so every state fades.",
  eigenLagt: "All {N} eigenvalues of LagT are −½.",
  eigenFout:
    "FouT: one eigenvalue is 0, that of the sine of frequency 0, which nothing ever moves. All others lie to the left, the fastest at {fastest}.",
  eigenLegt:
    "LegT: all eigenvalues lie to the left and come in pairs: what is held turns as it fades. The slowest is at {slowest}, the fastest at {fastest}.",
  below: "below the diagonal",
  diagonal: "on the diagonal",
  above: "above the diagonal",
  pulls: "How strongly number k acts on the rate of number n.",
  decays: "How strongly number n acts on its own rate.",
  both: "The energy that the pair n, k gives (+) or loses (−).",
  stable: "left: fades",
  real: "real part",
  imaginary: "imaginary part",
  move: "The cells of the matrix: point at one, or use the arrow keys",
  picture: "The matrix as a table of colours with the rule of one cell, or its eigenvalues",
} as const;

export type Phrase = keyof typeof phrases;
