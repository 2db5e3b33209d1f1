/** The nearest number of IEEE 754 binary16, as its bits; for numbers within its range. */
export function halfBits(x: number): number {
  const size = Math.abs(x);
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  const steps = Math.round(size * 2 ** (10 - exponent));
  // From 1024 steps on the exponent counts; 2048 of them carry into the next one.
  const bits = steps < 1024 ? steps : (exponent + 14) * 1024 + steps;
  return (x < 0 ? 0x8000 : 0) | bits;
}
