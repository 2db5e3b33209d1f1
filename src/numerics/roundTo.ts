import { count, fail } from "./check.ts";

const number = new Float64Array(1);
/** The half of it that holds sign and exponent: the second on every machine that runs a browser. */
const halves = new Uint32Array(number.buffer);

/**
 * What takes x to the nearest number with so many significant binary digits, 1 … 53, ties to even: 24 is single precision, 11 half, 8
 * bfloat16, as long as the exponent is in their range (here it is a double's).
 */
export function rounderTo(bits: number): (x: number) => number {
  if (count("bits", bits) > 53) fail("bits", "at most 53", bits);
  if (bits === 53) return (x) => x;
  return (x) => {
    number[0] = x;
    const exponent = ((halves[1]! >>> 20) & 0x7ff) - 1023;
    if (bits < 52 && exponent > -900 && exponent < 900) {
      // Next to 1.5 · 2⁵² units a double holds whole units only: the sum is rounded as it should be.
      halves[0] = 0;
      halves[1] = ((exponent - bits + 53 + 1023) << 20) | 0x80000;
      const large = number[0]!;
      return x + large - large;
    }
    const unit = 2 ** (exponent - bits + 1);
    return byHand(x, unit);
  };
}

/** Where there is no such room: zero, what is huge, tiny or no number, and 52 digits. */
function byHand(x: number, unit: number): number {
  if (x === 0 || !Number.isFinite(x) || unit === 0) return x;
  const q = x / unit;
  const down = Math.floor(q);
  const over = q - down;
  const up = over > 0.5 || (over === 0.5 && down % 2 !== 0);
  return (up ? down + 1 : down) * unit;
}

/** x itself, rounded. */
export const roundTo = (x: number, bits: number): number => rounderTo(bits)(x);
