import { type Pen, stroke, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import { letterOf, type SymbolId } from "../../notation.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";

/** A number in the room of five characters. */
const short = (x: number) => fixed(x, Math.abs(x) < 9.995 ? 2 : Math.abs(x) < 99.95 ? 1 : 0);

interface Block {
  readonly symbol: SymbolId;
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly left: number;
  readonly of: (r: Run) => Matrix;
}

/** The matrices of the loop with their present numbers, side by side: A + B · K = the closed loop. */
export function matrices(pen: Pen, layout: Layout) {
  const cart = equation(pen.append("g"), layout, 4);
  const tank = equation(pen.append("g"), layout, 1);
  return (r: Run) => {
    cart.g.attr("display", r.n === 4 ? null : "none");
    tank.g.attr("display", r.n === 1 ? null : "none");
    (r.n === 4 ? cart : tank).draw(r);
  };
}

function equation(g: Pen, { matrices: box, all }: Layout, n: number) {
  const pitch = all ? 40 : 42;
  const line = all ? 17 : 18;
  const gap = 26;
  const closed = (r: Run) => r.closed;
  const parts: Omit<Block, "left">[] = [
    { symbol: "A", name: "A", rows: n, cols: n, of: (r) => r.plant.A },
    { symbol: "B", name: "B", rows: n, cols: 1, of: (r) => r.plant.B },
    { symbol: "feedback", name: letterOf("feedback"), rows: 1, cols: n, of: (r) => r.K },
    { symbol: "A", name: "A + B K", rows: n, cols: n, of: closed },
  ];
  const signs = ["+", "·", "="];
  const shown = all ? parts : parts.slice(2);
  const total = shown.reduce((sum, b) => sum + b.cols * pitch, 0) + (shown.length - 1) * gap;
  const stacked = !all;
  let left = stacked ? box.left : (box.left + box.right - total) / 2;
  let top = box.top + 18;
  const draws = shown.map((part, i) => {
    const block = { ...part, left };
    const draw = grid(g, block, top, { pitch, line, height: stacked ? part.rows : n });
    left += part.cols * pitch;
    if (stacked) {
      left = box.left;
      top += part.rows * line + 26;
    } else if (i < shown.length - 1) {
      const sign = g.append("text").attr("class", "tick").attr("text-anchor", "middle");
      sign
        .attr("x", left + gap / 2)
        .attr("y", top + (n * line) / 2 + 5)
        .text(signs[i]!);
      left += gap;
    }
    return draw;
  });
  return { g, draw: (r: Run) => draws.forEach((draw) => draw(r)) };
}

/** One matrix between its brackets, its name above. */
function grid(
  pen: Pen,
  b: Block,
  top: number,
  { pitch, line, height }: { pitch: number; line: number; height: number },
) {
  const g = pen.append("g").attr("data-symbol", b.symbol).attr("class", "plot");
  const y0 = top + ((height - b.rows) * line) / 2;
  const [x1, x2, y2] = [b.left - 1, b.left + b.cols * pitch + 1, y0 + b.rows * line];
  stroke(g, "bracket").attr("d", `M${x1 + 4} ${y0}H${x1}V${y2}h4M${x2 - 4} ${y0}H${x2}V${y2}h-4`);
  write(g, (x1 + x2) / 2, y0 - 6, "middle", b.name, "tick named");
  const cells = Array.from({ length: b.rows * b.cols }, (_, k) =>
    write(
      g,
      b.left + ((k % b.cols) + 1) * pitch - 3,
      y0 + (Math.floor(k / b.cols) + 0.5) * line + 4.5,
      "end",
      "",
      "tick entry",
    ),
  );
  let before: Matrix | undefined;
  return (r: Run) => {
    const m = b.of(r);
    if (m === before) return; // nothing to write while time goes by
    before = m;
    cells.forEach((cell, k) => cell.text(short(m.data[k]!)).classed("none", m.data[k] === 0));
  };
}
