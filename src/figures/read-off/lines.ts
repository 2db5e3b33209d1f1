import { type Pen, write } from "../../draw/picture.ts";
import { type Piece, tellPieces } from "../../draw/pieces.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { type Cell, entryOf, type Run } from "./compute.ts";
import { formulaOf } from "./formula.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** A number as a subscript. */
export const sub = (n: number) => "₀₁₂₃₄₅"[n]!;

const bracketed = (x: number) => (x < 0 ? `(${fixed(x, 3)})` : fixed(x, 3));

/** The row as a mixture so far; the entry as an integral, by parts, and in its closed form. */
export function lines(
  pen: Pen,
  { left, lines: at, width, first }: Layout,
  say: (word: Phrase) => string,
) {
  const texts = at.map((y) => write(pen, left, y, "start", "", "tick read-off-line"));
  return ({ result: r, values: v, t }: Moment<Setting, Run>, cell: Cell) => {
    const e = entryOf(r, cell);
    const { n, k } = cell;
    const [row, col] = [sub(n), sub(k)];
    const long = width > 400;
    const value: Piece = { id: "A", text: fixed(e.value, long ? 6 : 4) };
    const name = `A${row}${col} = `;
    const lost = r.lost.data.some((x) => x !== 0);
    const terms = mixed(r, n, read(r, t, n));
    const head = `${say("row")} ${n}: (v k${row})′ = `;
    tellPieces(texts[0]!, [head, ...terms.slice(0, first).flat()]);
    tellPieces(texts[1]!, terms.slice(first).flat());
    tellPieces(texts[2]!, [
      `${name}∫ (v k${row})′ g${col} ds`,
      ...(lost
        ? [
            ` − ${r.p.reread === 2 ? "2 " : ""}k${row}(1) g${col}(1) = `,
            long ? `${fixed(e.drift, 3)} − ${bracketed(e.lost)} = ` : "",
          ]
        : [" = "]),
      value,
    ]);
    tellPieces(texts[3]!, [
      `${say("parts")}: −(`,
      { id: "B", text: `B${row} g${col}(0)` },
      " + ",
      { id: "drift", text: `G${row}${col}` },
      `) = −(${fixed(e.input * e.now, 3)} + ${bracketed(e.G)})`,
    ]);
    tellPieces(texts[4]!, [
      `${say("closed")}: ${formulaOf(v, cell)} = `,
      { id: "A", text: fixed(e.closed, long ? 6 : 4) },
    ]);
  };
}

/** How many entries of row n have been read. */
const read = ({ p: { N } }: Run, t: number, n: number) =>
  Math.max(0, Math.min(N, Math.floor(t) + 1 - n * N));

/** The terms of the mixture that the drift of row n is; a dot for what has not been read. */
function mixed(r: Run, n: number, count: number): Piece[][] {
  const { N } = r.p;
  const terms: Piece[][] = [];
  for (let k = 0; k < N; k++) {
    const x = r.drift.data[n * N + k]!;
    if (k < count && Math.abs(x) < 1e-9) continue;
    const minus = k < count && x < 0;
    terms.push([
      terms.length ? (minus ? " − " : " + ") : minus ? "−" : "",
      k < count ? { id: "A", text: fixed(Math.abs(x), N > 4 ? 2 : 3) } : "·",
      ` k${sub(k)}`,
    ]);
  }
  return terms.length ? terms : [["0"]];
}
