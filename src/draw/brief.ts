/** A number in the room of `chars` characters: as many decimals as fit, else its power of ten (3e9, 2e−4). */
export function brief(x: number, chars: number): string {
  if (Number.isNaN(x)) return "–";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const lost = x !== 0 && Math.abs(x) < 0.005;
  for (const decimals of lost ? [] : [2, 1, 0]) {
    const text = String(+x.toFixed(decimals));
    if (text.length <= chars && !text.includes("e")) return tidy(text);
  }
  return tidy(x.toExponential(0).replace("+", ""));
}

const tidy = (text: string) => (text === "-0" ? "0" : text.replaceAll("-", "−"));
