export const phrases = {
  partsSays:
    "Perplexity {value}, {lower} % below the model in which nothing is selective. Some 350M parameters, trained on the Pile. Source: Mamba, arXiv 2312.00752, table 7.",
  partsFirst:
    "Nothing selective, Δ, B and C fixed: perplexity {value}. The others are held against this. Some 350M parameters, trained on the Pile. Source: Mamba, arXiv 2312.00752, table 7.",
  statesSays:
    "Perplexity {value}, {lower} % below one state with fixed B and C. Δ is selective in all four. Source: Mamba, arXiv 2312.00752, table 10.",
  startSays:
    "Perplexity {value}, {lower} % below the complex start. For text, real numbers are enough. Source: Mamba, arXiv 2312.00752, table 8.",
  rankSays:
    "Perplexity {value}, {lower} % below a fixed Δ. One number read from the token already helps. Source: Mamba, arXiv 2312.00752, table 9.",
  copyingSays:
    "{value} % of the answers right. 4,096 tokens, 16 of them to be said again; 400,000 steps of training. Source: Mamba, arXiv 2312.00752, table 1.",
  none: "nothing",
  onlyB: "B only",
  onlyC: "C only",
  onlyDelta: "Δ only",
  everything: "Δ, B and C",
  fixed1: "N = 1, B and C fixed",
  fixed16: "N = 16, B and C fixed",
  selective1: "N = 1, B and C selective",
  selective16: "N = 16, B and C selective",
  complexLin: "−½ + ni, complex",
  realHalf: "−½, real",
  realLine: "−(n + 1), real",
  randomA: "random, real",
  rank0: "Δ fixed",
  rank1: "Δ from 1 number",
  rank64: "Δ from 64 numbers",
  plainS4: "S4, no gate",
  plainS6: "S6, no gate",
  h3S4: "S4 in H3's block",
  h3Hyena: "Hyena in H3's block",
  h3S6: "S6 in H3's block",
  mambaS4: "S4 in Mamba's block",
  mambaHyena: "Hyena in Mamba's block",
  mambaS6: "S6 in Mamba's block",
  perplexity: "perplexity, lower is better",
  accuracy: "% right, higher is better",
  base: "the first row",
  here: "in focus",
  others: "the others",
  choose: "The rows: point at one, or use the up and down keys",
  whole: "One of the tables of the Mamba paper as a plot: a dot for each row",
} as const;

export type Phrase = keyof typeof phrases;
