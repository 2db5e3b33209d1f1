import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import { cellAt as cellUnder, heatMap } from "../../draw/heatMap.ts";
import { letter, type Pen, type Root, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { type Cell, cellAt, clean, entryOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

type Now = Moment<Setting, Run>;

/** A as far as it has been read, and B; × stands for what has not. */
export function table(pen: Pen, { matrix, strip }: Layout) {
  const drawA = heatMap(pen.append("g").attr("data-symbol", "A"), matrix);
  const drawB = heatMap(pen.append("g").attr("data-symbol", "B"), strip);
  letter(pen, "A", matrix.left, matrix.top - 9);
  letter(pen, "B", strip.left, strip.top - 9);
  const [row, col] = [write(pen, 0, 0, "end"), write(pen, 0, 0, "middle")];
  return ({ result: r, t }: Now, { n, k }: Cell) => {
    const { N } = r.p;
    const read = r.A.data.map((_, i) =>
      i <= Math.floor(t) ? entryOf(r, { n: Math.floor(i / N), k: i % N }).value : NaN,
    );
    const most = r.A.data.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
    drawA({ rows: N, cols: N, data: read }, { most, chosen: { row: n, col: k } });
    drawB({ rows: N, cols: 1, data: r.B.map((x) => clean(r, x)) }, { most });
    row.attr("x", matrix.left - 7).attr("y", matrix.top + ((n + 0.5) * matrix.height) / N + 4);
    col.attr("x", matrix.left + ((k + 0.5) * matrix.width) / N).attr("y", matrix.bottom + 16);
    row.text(String(n));
    col.text(String(k));
  };
}

/** Pressing an entry takes the playhead there; pointing at one that has been read shows its curves. */
export function pointing(
  svg: Root,
  { matrix }: Layout,
  label: string,
  hand: { now(): Now; seek(t: number): void; light(cell: Cell | undefined): void },
) {
  const ground = surface(svg, matrix, "choosing");
  const N = () => hand.now().result.p.N;
  const under = (x: number, y: number) => {
    const { row, col } = cellUnder(matrix, { rows: N(), cols: N() }, x, y);
    return { n: row, k: col };
  };
  const seek = (t: number) => hand.seek(Math.max(0, Math.min(N() * N() - 1, t)));
  graspable(ground, {
    label,
    move: (x, y) => {
      const { n, k } = under(x, y);
      seek(n * N() + k);
    },
    nudge: (dx, dy) => seek(Math.floor(hand.now().t) + dx - dy * N()),
  });
  ground
    .on("pointermove.look", (e: PointerEvent) => {
      if (e.pointerType === "touch") return;
      hand.light(under(...pointed(ground.node()!, e)));
    })
    .on("pointerleave.look", () => hand.light(undefined));
  return () => {
    const { result: r, t } = hand.now();
    const { n, k } = cellAt(r, t);
    const spoken = `n = ${n}, k = ${k}: ${format(entryOf(r, { n, k }).value)}`;
    tellValue(ground, spoken, n * N() + k, 0, N() * N() - 1);
  };
}
