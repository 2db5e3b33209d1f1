import { graspable, tellValue } from "../../draw/hand.ts";
import { cellAt } from "../../draw/heatMap.ts";
import type { Root } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { cellOf, chunkOf } from "./moment.ts";
import type { Setting } from "./params.ts";
import { glyph } from "./tokens.ts";

interface Hands {
  readonly label: string;
  readonly rank: string;
  now(): Moment<Setting, Run>;
  set(patch: Partial<Setting>): void;
}

/** The weights under a pointer or the arrow keys: one is looked at; those above the diagonal are none. */
export function hands(svg: Root, { matrix }: Layout, { label, rank, now, set }: Hands) {
  const ground = surface(svg, matrix, "choosing");
  const choose = (i: number, j: number) => {
    const { result: r, values: v } = now();
    const row = Math.max(0, Math.min(r.tokens.length - 1, i));
    const patch = { row: row + 1, col: Math.max(0, Math.min(row, j)) + 1 };
    if (patch.row !== v.row || patch.col !== v.col) set(patch);
  };
  graspable(ground, {
    label,
    free: true,
    move: (px, py) => {
      const { row, col } = cellAt(matrix, now().result.M, px, py);
      choose(row, col);
    },
    nudge: (dx, dy) => {
      const { result, values, t } = now();
      const { i, j } = cellOf(result, values, t);
      choose(i - dy, j + dx);
    },
  });
  const tell = () => {
    const { result: r, values: v, t, withheld } = now();
    const { i, j } = cellOf(r, v, t);
    const T = r.tokens.length;
    const block = r.blocks.find((b) => b.row === chunkOf(r, i) && b.col === chunkOf(r, j));
    const words = [
      `${i + 1} “${glyph(r.tokens[i]!)}” ← ${j + 1} “${glyph(r.tokens[j]!)}”: ${format(r.M.data[i * T + j]!)}`,
      ...(block && !withheld?.has("rank") ? [`${rank} ${block.rank}`] : []),
    ];
    tellValue(ground, words.join(", "), i * T + j, 0, T * T - 1);
  };
  return { ground, tell };
}
