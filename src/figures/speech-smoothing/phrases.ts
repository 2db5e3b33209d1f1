import { LONGEST_MINUTES } from "../../kit/clip.ts";

/** The figure's sentences, and the words in its picture. */
export const phrases = {
  reckoned:
    "From {snrIn} dB to {snrOut} dB: a state of {p} samples and models that allow for the noise gain {gain} dB. Noise is reduced, not removed.",
  noisy:
    "From {snrIn} dB to {snrOut} dB, {gain} dB gained. Fitted to the noisy speech as it is, the models take part of the noise for speech.",
  clean:
    "From {snrIn} dB to {snrOut} dB, {gain} dB gained, with models of the clean speech. In life nobody has those: this is the most that {p} samples can do.",
  harm: "From {snrIn} dB to {snrOut} dB: the filter does harm. It was told of noise {told} dB stronger than there is, and takes speech away.",
  nothing:
    "No noise is added and the filter is told so: it believes every sample, and gives back what it is given.",
  own: "Measured against your recording as it came: from {snrIn} dB to {snrOut} dB, {gain} dB gained. What noise it held before ours was added, nobody can say.",
  unknown:
    "No noise is added. How much there was already, nobody can say here: without a clean recording to compare with there is no ratio to show.",
  working: "{seconds} s of sound: what the filter has cleaned so far is shown.",
  silent: "This sound is silent: there is no speech to bring out.",
  noisyRow: "noisy",
  cleanedRow: "cleaned",
  truth: "original",
  estimate: "estimate ± 2σ",
  dots: "noisy samples",
  model: "model",
  wanted: "model of the original",
  frame: "noisy frame",
  noise: "noise",
  poles: "poles of the model",
  scrub: "The moment looked at: drag along the sound, or use the arrow keys",
  level: "The noise: drag it up or down, or use the arrow keys",
  soundFile: "Sound file",
  soundHint: `At most ${LONGEST_MINUTES} minutes, at 8 kHz. Nothing leaves this device, and a link cannot carry it.`,
  whole:
    "The noisy and the cleaned sound, each as a wave and as a spectrogram; some twenty milliseconds of samples with the estimate; the spectrum of the frame, its model and the model's poles",
  atSecond: "{now} s",
} as const;

export type Phrase = keyof typeof phrases;
