import { type Pen, write } from "../../draw/picture.ts";
import { type Piece, symbol, tellPieces } from "../../draw/pieces.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "../../numerics/complex.ts";
import { at as stage, foundAt, rootOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

/** A complex number in a line: three places, as large numbers have them too. */
export function complexText({ re, im }: Complex): string {
  const text = (x: number) => (Math.abs(x) < 100 ? fixed(x, 3) : format(x, 3));
  if (im === 0) return text(re);
  const size = `${text(Math.abs(im))} i`;
  return re === 0 ? `${im < 0 ? "−" : ""}${size}` : `${text(re)} ${im < 0 ? "−" : "+"} ${size}`;
}

/** The numbers at the root that is looked at, each in its column; what no stage has reached yet is not there. */
export function panel(pen: Pen, { panel: { left, lines, columns } }: Layout) {
  const texts = columns.map((row, k) =>
    row.map((x) => write(pen, left + x, lines[k]!, "start", "", "tick")),
  );
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { z, g, c, ck00, ck01, k10, k11, K } = rootOf(r, v);
    const is = (id: SymbolId, value: Complex | undefined): Piece[] => [
      symbol(id),
      " = ",
      { id, text: value ? complexText(value) : "∞" },
    ];
    const by = t >= stage.woodbury ? [symbol("Khat"), " = ", ...sum] : [symbol("Khat")];
    const from = (when: number, pieces: Piece[]) => (t < when ? [] : pieces);
    const told = [
      from(stage.series, is("zroot", z)),
      from(stage.axis, is("groot", g)),
      from(stage.axis, is("croot", c)),
      from(stage.sums, is("ck00", ck00)),
      from(stage.woodbury, is("ck01", ck01)),
      from(stage.woodbury, is("k10", k10)),
      from(stage.woodbury, is("k11", k11)),
      foundAt(t) ? [...by, ...is("Khat", K).slice(1)] : [],
    ];
    texts.flat().forEach((text, k) => tellPieces(text, told[k]!));
  };
}

const sum: Piece[] = [
  symbol("ck00"),
  " − ",
  symbol("ck01"),
  " · ",
  symbol("k10"),
  " / (1 + ",
  symbol("k11"),
  ")",
];
