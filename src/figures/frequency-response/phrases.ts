export const phrases = {
  warped:
    "Bilinear: the system answers most to {peak}, its steps to {steppedPeak}, for (2/Δ) arctan(ωΔ/2) = {warped}. At {w} the gain is {gain} dB instead of {smoothGain} dB.",
  held: "Zero-order hold: the system answers most to {peak}, its steps to {steppedPeak}. At {w} the gain is {gain} dB instead of {smoothGain} dB.",
  kernel:
    "The kernel lets a frequency of {w} through with {gain} dB, and most of {steppedPeak}. Steps can tell frequencies up to {fastest}.",
  beyond:
    "A frequency of {w} is faster than steps of {dt} can tell: to them it is a slower one, mirrored at π/Δ = {fastest}.",
  gainAxis: "gain, dB",
  phaseAxis: "phase, degrees",
  kernelAxis: "kernel by lag",
  across: "radians per unit of time",
  smooth: "continuous system",
  stepped: "its steps",
  again: "mirrored beyond π/Δ",
  looked: "looked at",
  off: "off the scale",
  drag: "The frequency looked at: drag along the plot, or use the arrow keys",
  whole:
    "Gain and phase of a system and of its steps against frequency, and the kernel of the steps by lag",
} as const;

export type Phrase = keyof typeof phrases;
