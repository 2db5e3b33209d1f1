import { raised } from "../kit/format.ts";

/** A number in the room of `chars` characters: as many decimals as fit; ≈0 where they would all be 0, else its power of ten (3·10⁹). */
export function brief(x: number, chars: number): string {
  if (Number.isNaN(x)) return "–";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  if (x !== 0 && Math.abs(x) < 0.005) return "≈0";
  for (const decimals of [2, 1, 0]) {
    const text = String(+x.toFixed(decimals));
    if (text.length <= chars && !text.includes("e")) return tidy(text);
  }
  if (Math.abs(x) < 1) return "≈0";
  const [mantissa, exponent] = x.toExponential(0).split("e+") as [string, string];
  return `${tidy(mantissa)}·10${raised(exponent)}`;
}

const tidy = (text: string) => (text === "-0" ? "0" : text.replaceAll("-", "−"));
