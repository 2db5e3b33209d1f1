import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { addNoise } from "../models/speech/snr.ts";

export default defineEquation({
  id: "snr",
  name: "The signal-to-noise ratio in decibels is ten times the logarithm of the signal's mean power over the noise's variance",
  tex: String.raw`\sy{snr} = 10 \log_{10} \frac{\sy{power}}{\sy{R}}`,
  code: "src/models/speech/snr.ts#addNoise",
  given: { snr: [-10, 30], power: [0.1, 4] },
  /** From the code that adds the noise: the variance of what it added to a signal of that power. */
  derive: ({ snr, power }) => {
    const signal = new Float64Array(8).fill(Math.sqrt(power!));
    return { R: addNoise(signal, Float64Array.of(1, -1, 2, 0, -3, 1, 1, -2), snr!).R };
  },
  residual: (at) => {
    const ratio = 10 ** (numberOf(at, "snr") / 10);
    return Math.abs((ratio * numberOf(at, "R")) / numberOf(at, "power") - 1);
  },
});
