/**
 * A number as it stands in a sentence: `digits` significant digits but all of those before the point, a true minus, ∞
 * and — where there is no number.
 */
export function format(x: number, digits = 3): string {
  if (Number.isNaN(x)) return "—";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const size = Math.abs(x);
  const text =
    size !== 0 && (size >= Math.max(1e5, 10 ** digits) || size < 1e-4)
      ? scientific(x, digits)
      : String(+x.toPrecision(Math.max(digits, String(Math.trunc(size)).length)));
  return text.replaceAll("-", "−");
}

/** The same in a sentence: up to ten million without a power of ten, and from 10,000 on with a comma before every three digits. */
export function written(x: number, digits = 3): string {
  const size = Math.abs(x);
  if (!(size >= 1e4 && size < 1e7)) return format(x, digits);
  const text =
    size < 1e5 ? format(x, digits) : String(Number.isInteger(x) ? x : +x.toPrecision(digits));
  return text.replace("-", "−").replace(/\d+/, (all) => all.replaceAll(/\B(?=(\d{3})+$)/g, ","));
}

/** The same with a fixed number of decimals, for numbers that change under the reader's hand and must not jump. */
export function fixed(x: number, decimals = 2): string {
  if (!Number.isFinite(x) || Math.abs(x) >= 1e5) return format(x);
  const text = x.toFixed(decimals).replace("-", "−");
  return /[1-9]/.test(text) ? text : text.replace("−", "");
}

/**
 * A difference as it is told: where it is rounding, the power of ten that bounds it, from 10⁻¹⁴ on. Its digits are those of one
 * machine's exponential function, and not the same on the next.
 */
export const bounded = (gap: number): number =>
  gap > 1e-9 ? gap : 10 ** Math.max(-14, Math.ceil(Math.log10(Math.max(gap, 1e-300))));

/** A sentence whose percent signs stay on the lines of their numbers, and a number's “± so much” on its line. */
export const keptTogether = (text: string): string =>
  text.replaceAll(" %", "\u00a0%").replaceAll(" ± ", "\u00a0±\u00a0");

function scientific(x: number, digits: number): string {
  const [mantissa, exponent] = x.toExponential(digits - 1).split("e") as [string, string];
  return `${+mantissa}·10${raised(exponent.replace("+", ""))}`;
}

/** The digits of an exponent, raised. */
export const raised = (exponent: string): string =>
  [...exponent].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[+c] ?? "⁻").join("");

/** A whole number in groups of three: 100,000. */
export const grouped = (x: number): string => String(x).replace(/\B(?=(\d{3})+$)/g, ",");
