/** The texts of 0, 0.1, 0.2 … as far as they were asked for: a cloud of paths is thousands of numbers at every move of a slider. */
const texts: string[] = [];
const MOST = 20_000;

/** A coordinate to a tenth of a unit, as text. */
export function tenths(x: number): string {
  const n = Math.round(x * 10);
  return n >= 0 && n < MOST ? (texts[n] ??= String(n / 10)) : String(n / 10);
}
