import { type Piece, symbol, tellPieces } from "../../draw/pieces.ts";
import { type Pen, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import { numbersOf, partsOf, type Run, type Stretch } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { spanOf } from "./network.ts";
import type { Setting } from "./params.ts";
import { shownRound } from "./states.ts";

const names = {
  one: ["a1", "b1", "c1"],
  two: ["a2", "b2", "c2", "eta2", "j2"],
  both: ["a12", "b12", "c12"],
} as const;

/** The five numbers of the stretch looked at, below those that it was joined from. */
export function sums(pen: Pen, { sums: { x, y, line } }: Layout) {
  const lines = [0, 1, 2].map((k) => write(pen, x, y + k * line, "start", "", "sum"));
  return (m: Moment<Setting, Run>) => {
    const { result: r, values: v } = m;
    const round = shownRound(m);
    const here = r.rounds[round]![v.look - 1]!;
    const parts = partsOf(r, round, v.look - 1);
    const told = parts
      ? [lineOf(parts[0], names.one), lineOf(parts[1], names.two), lineOf(here, names.both)]
      : [lineOf(here, names.two)];
    lines.forEach((text, k) => tellPieces(text, told[k] ?? []));
  };
}

function lineOf(stretch: Stretch, ids: readonly SymbolId[]): Piece[] {
  const { a, b, c, eta, j } = numbersOf(stretch);
  const values = [a, b, c, eta, j];
  return [
    `${spanOf(stretch)}: `,
    ...ids.flatMap((id, k): Piece[] => [
      symbol(id),
      ` ${fixed(values[k]!)}${k < ids.length - 1 ? "  " : ""}`,
    ]),
  ];
}
