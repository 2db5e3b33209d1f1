import type { SymbolId } from "../notation.ts";
import { write, type Pen } from "./picture.ts";
import { widthOf } from "./text.ts";

/** A mark and its meaning. */
export interface Entry {
  /** The mark's class in the plot. */
  readonly look: string;
  readonly symbol?: SymbolId | undefined;
  readonly word: string;
  /** What the mark is: a stroke of a curve, a patch of an area, a dot, or a path about (9, 0). */
  readonly as?: "line" | "area" | "dot" | (string & {});
}

export interface KeyPlace {
  readonly left: number;
  readonly right: number;
  /** Baseline of its first line, and from one line to the next. */
  readonly y: number;
  readonly line?: number;
  /** Size of the type, as the width of the picture has it. */
  readonly size?: number;
}

const WIDE = 18;
const forms: Readonly<Record<string, string>> = {
  line: `M0 0H${WIDE}`,
  area: `M0 -5h${WIDE}v9h${-WIDE}z`,
  dot: `M${WIDE / 2} 0h0`,
};

/** Which mark is what: entries side by side, as many lines as they need; those of which nothing is drawn are left out. */
export function key(pen: Pen, place: KeyPlace, entries: readonly Entry[]) {
  const { left, right, y, line = 17, size = 12 } = place;
  const parts = entries.map(({ look, symbol, word, as = "line" }) => {
    const g = pen
      .append("g")
      .attr("class", "key")
      .attr("data-symbol", symbol ?? null);
    g.append("path")
      .attr("class", look)
      .attr("d", forms[as] ?? as);
    const text = write(g, WIDE + 5, 4, "start", word);
    return { g, text, width: WIDE + 5 + widthOf(word, size) };
  });
  const lay = (shown: (k: number) => boolean) => {
    let [x, row] = [left, 0];
    parts.forEach(({ g, width }, k) => {
      const seen = shown(k);
      g.attr("display", seen ? null : "none");
      if (!seen) return;
      if (x > left && x + width > right) [x, row] = [left, row + 1];
      g.attr("transform", `translate(${Math.round(x)},${y - 4 + row * line})`);
      x += width + 14;
    });
  };
  lay(() => true);
  return lay;
}
