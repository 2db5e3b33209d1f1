/** Letters of Inter by their width in hundredths of the type's size, digits of one width. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [24, "ijl|"],
  [27, " .,:;I·"],
  [31, "!'`\\"],
  [34, "ft/"],
  [39, "()[]{}r"],
  [44, '"^_⁰⁴⁵₀₁₂²³°'],
  [51, "?–λκγ"],
  [54, "szx√⁻"],
  [56, "acvykeθhĥ"],
  [60, "bdgnopquEFJLαβûéµ≈≠≤≥"],
  [65, "0123456789+-−=<>*#$&~×±BHKPRSTXYZσ∘ΣΔ"],
  [72, "ACDGNOQUVĀ∞"],
  [85, "m…½w∅◇◆✗↓↑"],
  [97, "M@%W—→←"],
];

const known = new Map(
  WIDTHS.flatMap(([width, letters]) => Array.from(letters, (c) => [c, width / 100] as const)),
);

/** The width of a text in the pictures' type, near enough to place it; Chinese signs are as wide as high. */
export function widthOf(text: string, size = 12): number {
  let sum = 0;
  for (const c of text) sum += known.get(c) ?? (c > "⺀" ? 1 : /\p{M}/u.test(c) ? 0 : 0.6);
  return sum * size;
}

/** Lines that fit a width: broken at spaces, or between any two Chinese signs. */
export function linesOf(text: string, width: number, size = 12): string[] {
  const lines = [""];
  for (const part of text.match(/[⺀-￯]|[^\s⺀-￯]+\s?|\s/g) ?? []) {
    const now = lines.at(-1)!;
    if (now && widthOf((now + part).trimEnd(), size) > width) lines.push(part);
    else lines[lines.length - 1] = now + part;
  }
  return lines.map((line) => line.trim());
}
