import { cellLines } from "../../draw/cellLines.ts";
import type { Shown } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { isOwn, type Model } from "./models.ts";
import { brief } from "./text.ts";

/** Where a character stands. */
export interface Spot {
  readonly cell: Shown;
  readonly width: number;
  readonly left: number;
  readonly top: number;
}

/** A text laid out: the size of its type, from line to line, and its characters that are seen. */
export interface Laid {
  readonly size: number;
  readonly pitch: number;
  readonly spots: readonly Spot[];
  /** Whether lines lie above those that are seen. */
  readonly above: boolean;
}

/** Widths of a character's cell, the largest with which the text fits is taken; Chinese signs are as wide as high. */
const widths = {
  letters: { wide: [17, 15, 13.4, 11.8], narrow: [14.2, 12.7, 11.4] },
  signs: { wide: [38, 32, 26, 21], narrow: [28, 22] },
} as const;

/** Letters that are drawn of a token, and how many cells it takes. */
export const TOKEN = 14;
const cellsOf = (character: string) => [...brief(character, TOKEN)].length + 0.5;
const oneCell = () => 1;
/** The smallest cell of a character: what a strip of the text is drawn with. */
export const leastWidth = (kind: keyof typeof widths | "tokens", narrow: boolean): number =>
  kind === "tokens" ? 58 : widths[kind][narrow ? "narrow" : "wide"].at(-1)!;

/** The text as large as it fits; where it does not, the lines around the playhead. */
export function flow(
  cells: readonly Shown[],
  t: number,
  { text: at, narrow, pitch: [least, most] }: Pick<Layout, "text" | "narrow" | "pitch">,
  model: Model,
): Laid {
  const signs = model === "chinese";
  const cellsFor = isOwn(model) ? cellsOf : oneCell;
  const options = widths[signs ? "signs" : "letters"][narrow ? "narrow" : "wide"];
  const tried = options.map((width) => ({
    width,
    lines: cellLines(cells, Math.floor(at.width / width), cellsFor),
  }));
  const fits = ({ lines }: (typeof tried)[number]) => lines.length * least <= at.height;
  const { width, lines } = tried.find(fits) ?? tried.at(-1)!;
  const pitch = Math.max(least, Math.min(most, at.height / lines.length));
  const room = Math.floor(at.height / pitch + 1e-9);
  const here = lines.findIndex((line) => line.some(({ token }) => token === t));
  const first = Math.max(0, Math.min(lines.length - room, here - room + 2));
  const spots = lines.slice(first, first + room).flatMap((line, row) => {
    let left = at.left;
    return line.map((cell): Spot => {
      const own = {
        cell,
        left,
        top: at.top + row * pitch,
        width: width * cellsFor(cell.character),
      };
      left += own.width;
      return own;
    });
  });
  const size = Math.round(10 * Math.min(28, signs ? width * 0.75 : width * 1.2)) / 10;
  return { size, pitch, spots, above: first > 0 };
}
