const oneCell = () => 1;

/**
 * Lines of a text, `most` cells long at most; each character takes one, or as many as `size` says: a new line begins behind the last of some ↵, behind a 。, and at the first letter of a word that would not fit.
 */
export function cellLines<C extends { readonly character: string }>(
  cells: readonly C[],
  most: number,
  size: (character: string) => number = oneCell,
): C[][] {
  const lines: C[][] = [[]];
  const long = (line: readonly C[]) =>
    size === oneCell ? line.length : line.reduce((sum, { character }) => sum + size(character), 0);
  for (const [k, cell] of cells.entries()) {
    let line = lines.at(-1)!;
    const before = cells[k - 1]?.character;
    const breaks = (before === "\n" || before === "。") && cell.character !== "\n";
    // a gap and a stop may hang at the end of a line, and do not begin one
    const room = /^[ ，。]$/.test(cell.character) ? most : most - 1;
    if (line.length > 0 && (breaks || long(line) + size(cell.character) > room)) {
      const word = breaks ? [] : wordAtEnd(line, cell);
      line.splice(line.length - word.length);
      lines.push((line = word));
    }
    line.push(cell);
  }
  return lines;
}

/** The beginning of a word that goes on with `next`, to be taken to the next line; nothing where it is too long for that. */
function wordAtEnd<C extends { readonly character: string }>(line: readonly C[], next: C): C[] {
  if (!/[\w'-]/.test(next.character)) return [];
  const gap = line.findLastIndex(({ character }) => !/[\w'-]/.test(character));
  const word = line.slice(gap + 1);
  return gap >= 0 && word.length < line.length / 2 ? word : [];
}

/** A character as a picture shows it. */
export const glyph = (character: string): string =>
  character === "\n" ? "↵" : character === " " ? "␣" : character;
