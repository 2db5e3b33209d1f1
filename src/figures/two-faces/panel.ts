import { type Pen, write } from "../../draw/picture.ts";
import { type Piece, symbol, tellPieces } from "../../draw/pieces.ts";
import { fixed, format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { cellOf } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { hidesSums } from "./statesView.ts";
import { glyph } from "./tokens.ts";

/** Numbers of a line: in three digits, or in the few places that a phone has room for. */
function numbersOf(narrow: boolean) {
  const told = (x: number) => (narrow ? fixed(x, 3) : format(x));
  const short = (id: SymbolId, x: number, bracket = false): Piece => ({
    id,
    text: bracket && x < 0 ? `(${told(x)})` : told(x),
  });
  /** The N numbers of a token in brackets; a single one without, unless it is negative and after another. */
  const list = (id: SymbolId, data: Float64Array, i: number, N: number, bracket = true): Piece => {
    if (N === 1) return short(id, i < 0 ? 0 : data[i]!, bracket);
    const all = Array.from({ length: N }, (_, n) => fixed(i < 0 ? 0 : data[i * N + n]!, 2));
    return { id, text: `(${all.join(", ")})` };
  };
  return { short, list };
}

/** The sums of one row: its weight for one column, then its output on both faces. */
function linesOf(r: Run, v: Setting, t: number, narrow: boolean, say: (w: Phrase) => string) {
  const { layer, M, dots, decays, h, stages, ySums, y, tokens } = r;
  const { i, j } = cellOf(r, v, t);
  const [T, N] = [tokens.length, layer.states];
  const k = i * T + j;
  const { short, list } = numbersOf(narrow);
  const named = (k: number) => `${k + 1} “${glyph(tokens[k]!)}”`;
  const head = `${say("hears").replace("{now}", named(i)).replace("{heard}", named(j))}  `;
  const weight: Piece[] = [
    symbol("Mij"),
    ...(narrow ? [] : [" = ", symbol("Lij"), " · ", symbol("Ci"), "ᵀ", symbol("Bj")]),
    " = ",
    short("Lij", decays.data[k]!),
    " · ",
    short("Ci", dots.data[k]!, true),
    " = ",
    short("Mij", M.data[k]!),
  ];
  const matrix: Piece[] = [
    `${narrow ? "" : "M·u:  "}${say("ownChunk")} `,
    short("yinside", stages.inside[i]!),
    ` + ${say("before")} `,
    short("y", stages.carried[i]!, true),
    " = ",
    short("y", ySums[i]!),
  ];
  const state: Piece[] = [
    symbol("h"),
    " = ",
    short("at", layer.a[i]!),
    " · ",
    list("hbefore", h.data, i - 1, N),
    " + ",
    short("u", layer.x[i]!, true),
    " · ",
    list("Bbar", layer.B, i, N),
    ...(narrow ? [] : [" = ", list("h", h.data, i, N, false)]),
  ];
  const read: Piece[] = [
    symbol("Ct"),
    "ᵀ",
    symbol("h"),
    " = ",
    ...(narrow && N > 2
      ? []
      : [list("Ct", layer.C, i, N, false), " · ", list("h", h.data, i, N), " = "]),
    short("y", y[i]!),
  ];
  return narrow ? [[head], weight, matrix, read] : [[head, ...weight], matrix, state, read];
}

/** The sums of the row looked at. */
export function panel(pen: Pen, layout: Layout, say: (w: Phrase) => string) {
  const { top, line } = layout.panel;
  const texts = [0, 1, 2, 3].map((k) => write(pen, 2, top + k * line, "start", "", "sum"));
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const lines = hidesSums(withheld) ? [] : linesOf(r, v, t, layout.narrow, say);
    texts.forEach((text, k) => tellPieces(text, lines[k] ?? []));
  };
}
