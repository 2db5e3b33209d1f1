export const phrases = {
  open: "Step {t}: the measurement can be trusted. Δ = {delta}, so the share K = {gain} of it comes in.",
  shut: "Step {t}: the measurement cannot be trusted, R = {trust}. Δ falls to {delta}, the gate all but closes, and {kept} % of the estimate stays.",
  wide: "Step {t}: the measurement is better than usual, R = {trust}. Δ rises to {delta}, and the share K = {gain} of it comes in.",
  compared:
    "In the stretch the gate errs by {errGate}; the gain that never changes, {fixedGain}, errs by {errFixed}.",
  truth: "truth",
  gate: "with the gate",
  never: "fixed gain",
  kalman: "Kalman",
  mamba: "the same, written as Mamba's gate",
  follows: "Here Δ follows from known Q and R.",
  learnt: "Mamba learns its Δ from data.",
  dragTimes: "How little the stretch can be trusted: drag it, or use the arrow keys",
  dragFrom: "Where the stretch begins: drag it, or use the arrow keys",
  dragTo: "Where the stretch ends: drag it, or use the arrow keys",
  scrub: "Estimate, trust, gain and Δ over time: move the playhead",
  whole:
    "A random walk, its measurements and the estimate; below them how far each measurement can be trusted, the gain and Δ; and the gate as a curve",
  beyond: "off the scale",
} as const;

export type Phrase = keyof typeof phrases;
