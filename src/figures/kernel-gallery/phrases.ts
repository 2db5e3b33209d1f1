/** The words of the picture and of its caption. */
export const phrases = {
  off: "off the scale",
  legsSays:
    "S4: LegS with N = {N}. Its curves are polynomials on a time axis that shrinks towards the past: quick near lag 0, slow far away. 90 % of the kernel lies within {horizon} steps.",
  linSays:
    "S4D-Lin: {N} numbers, frequencies evenly spaced, all fading alike: a damped Fourier series. 90 % of the kernel lies within {horizon} steps.",
  invSays:
    "S4D-Inv: frequencies crowded near zero and a few very high ones, close to those of LegS. 90 % of the kernel lies within {horizon} steps.",
  realSays:
    "S4D-Real: decays alone, no frequencies. Such a kernel is smooth, and cannot point at one lag. 90 % of it lies within {horizon} steps.",
  randomSays:
    "Random poles all lie close together, so the {N} numbers say nearly the same thing. 90 % of the kernel lies within {horizon} steps.",
  honest:
    "S4D-LegS beside LegS (dashed). They are not the same: over time .05 to 3 the impulse responses stay {impulseGap} apart (rms), and N = {N} does not cure it.",
  honestStep:
    "The answers to a step: here S4D-LegS does follow LegS, to {stepGap} (rms) at N = {N}, and the better the larger N is.",
  short: "Δ = {dt} is so long that nearly the whole kernel lies in its first step.",
  longer:
    "With Δ = {dt} the kernel is longer than the {length} steps shown: 90 % of what is seen lies within {horizon}. Enlarge Δ or show more lags.",
  silence: "The input is silent: its transform is zero, and so is all that comes of it.",
  atStart:
    "The input and the kernel, {length} samples each. Term by term their convolution takes {direct} multiplications.",
  atPad:
    "Zeros are put behind both, up to {transform} samples, so that what runs past the end has a place to go.",
  atCircle:
    "Nothing is put behind them: a transform of {transform} samples treats them as a circle.",
  atWave: "Both are transformed. Seen are the sizes of the frequencies; each has a phase too.",
  atProduct:
    "Frequency by frequency the transforms are multiplied. Convolution in time is a product here.",
  atEnd:
    "Back in time: the first {length} samples are the output, the faint rest is thrown away. Some {fast} multiplications by FFT, {direct} term by term. For 16,384 samples it is {sooner} times fewer.",
  atEndWrong:
    "Back in time, and wrong: what should have run past the end has come back at the beginning and spoils {spoilt} of {length} samples, by up to {wrapped}. The dashed curve is the true output.",
  lags: "steps ago",
  dashed: "dashed: LegS",
  impulse: "kernel: the answer to an impulse",
  step: "running sum: the answer to a step",
  poles: "poles of A",
  legs: "S4",
  lin: "S4D-Lin",
  inv: "S4D-Inv",
  real: "S4D-Real",
  diagonal: "S4D-LegS",
  random: "random poles",
  padded: "zeros",
  circle: "a circle",
  timeU: "input",
  timeK: "kernel",
  timeY: "output",
  waveU: "input, by frequency",
  waveK: "kernel, by frequency",
  waveY: "product",
  wrong: "wrapped around",
  away: "dropped",
  there: "FFT",
  times: "×",
  back: "IFFT",
  choose: "The kernels: choose one, or use the arrow keys",
  look: "The kernel: point at a lag, or use the arrow keys",
  whole:
    "The kernel against lag, the poles of A, and six kernels to choose from; or the convolution by FFT: input, kernel and output, and their transforms",
  atLag: "lag {t}",
  atStage: "stage {stage}",
} as const;

export type Phrase = keyof typeof phrases;
