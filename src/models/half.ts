const powers = Float64Array.from({ length: 31 }, (_, exponent) => 2 ** (exponent - 25));

/** The number that 16 bits of IEEE 754 binary16 stand for. */
export function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? (1024 + fraction) * powers[exponent]! : fraction * 2 ** -24);
}
