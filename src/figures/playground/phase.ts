import { scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { offScale, cut } from "../../draw/cut.ts";
import { brush, letter, spot, tenth, write, type Pen } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import { stepAt, type Run } from "./compute.ts";
import { endOf, head, measure, squareOf, type Draw, type Panel } from "./panel.ts";

type Way = readonly [Float64Array, Float64Array];

/** The two coordinates of the plane: the first two numbers of state, or the input and the only one. */
function plane(r: Run, h = r.noisy?.states ?? r.states): readonly [Float64Array, Float64Array] {
  const n = r.system.A.rows;
  const end = r.noisy ? r.noisy.truth.length : r.finite;
  const take = (i: number) => Float64Array.from({ length: end }, (_, t) => h[t * n + i]!);
  return n === 1 ? [r.u.slice(0, end), take(0)] : [take(0), take(1)];
}

/** Names and ends of the axes: those of two states, or of the input and the only one. */
function axes(g: Pen, b: Box) {
  const name = (id: SymbolId, sub: string, across: boolean) =>
    letter(g, id, across ? b.right : b.cx + 7, across ? b.cy - 7 : b.top + 13, sub)
      .attr("text-anchor", across ? "end" : null)
      .classed("halo", true);
  const two = [name("h", "1", true), name("h", "2", false)];
  const one = [name("u", "t", true), name("h", "t", false)];
  const ends = [
    write(g, b.right, b.cy + 16, "end", "", "tick halo"),
    write(g, b.cx - 6, b.top + 11, "end", "", "tick halo"),
  ];
  return (single: boolean, most: readonly number[]) => {
    for (const text of two) text.attr("display", single ? "none" : null);
    for (const text of one) text.attr("display", single ? null : "none");
    ends.forEach((text, k) => text.text(scaleEnd(most[k]!)));
  };
}

/** The way of the state, the present one marked; where there are two, where A alone would carry each point. */
export function phase(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  const keyOf = head(panel, "phase", [
    { look: "line thin", symbol: "h", word: stage.say("states") },
    { look: "goal", word: stage.say("estimates") },
  ]);
  const b = squareOf(cell);
  const g = pen.append("g").attr("data-symbol", "h");
  const path = brush(g);
  const field = path("field");
  path("axis").attr("d", `M${b.left} ${b.cy}h${b.width}M${b.cx} ${b.top}v${b.height}`);
  const [old, later, past] = [path("line ghost"), path("line thin later"), path("line thin")];
  const guess = path("goal");
  const now = spot(g, null, 6);
  const nameAxes = axes(g, b);
  const beyond = offScale(g, stage.say("beyond"));
  return (m) => {
    const { result: r, values, t, ghost } = m;
    const by = plane(measure(m).result);
    const before = ghost && plane(ghost.result);
    const most = [0, 1].map((k) => endOf(t, by[k]!, before?.[k] ?? []));
    nameAxes(r.system.A.rows === 1, most);
    const half = (b.width / 2) * 0.9;
    const x = (v: number) => b.cx + (v / most[0]!) * half;
    const y = (v: number) => b.cy - (v / most[1]!) * half;
    const way = ([p, q]: Way, from: number, to: number) =>
      cut(
        b,
        (i) => x(p[i]!),
        (i) => y(q[i]!),
        from,
        to,
      );
    const here = plane(r);
    const end = here[0].length - 1;
    const at = Math.min(end, stepAt(r, t));
    const last = values.future ? end : at;
    const parts = [way(here, 0, at), way(here, Math.max(0, at), last)];
    past.attr("d", parts[0]!.d);
    later.attr("d", parts[1]!.d);
    const estimate = r.noisy?.estimate;
    guess.attr("d", estimate && end >= 0 ? way(plane(r, estimate.states), 0, last).d : "");
    keyOf(() => estimate !== undefined);
    old.attr("d", before ? way(before, 0, before[0].length - 1).d : "");
    beyond(parts[0]!.off + parts[1]!.off, { x: b.right - 4, y: b.bottom - 4 });
    const place = at < 0 ? undefined : ([x(here[0][at]!), y(here[1][at]!)] as const);
    const seen = place !== undefined && holds(b, place);
    now
      .attr("display", seen ? null : "none")
      .attr("cx", seen ? place[0] : b.cx)
      .attr("cy", seen ? place[1] : b.cy);
    field.attr(
      "d",
      r.model && r.system.A.rows === 2 && !r.moving ? arrows(r, b, most[1]! / most[0]!) : "",
    );
  };
}

const holds = (b: Box, [x, y]: readonly [number, number]) =>
  x >= b.left && x <= b.right && y >= b.top && y <= b.bottom;

const ARROWS = 9;

/** Short strokes the way A moves each point, the longest as long as their distance. */
function arrows(
  { model }: Run,
  b: { left: number; top: number; width: number },
  ratio: number,
): string {
  const [p, q, s, u] = model!.A.data as unknown as [number, number, number, number];
  const pitch = b.width / ARROWS;
  const list: (readonly [number, number, number, number])[] = [];
  for (let i = 0; i < ARROWS; i++)
    for (let j = 0; j < ARROWS; j++) {
      const [px, py] = [b.left + (i + 0.5) * pitch, b.top + (j + 0.5) * pitch];
      const h1 = px - (b.left + b.width / 2);
      const h2 = (b.top + b.width / 2 - py) * ratio;
      list.push([px, py, p * h1 + q * h2 - h1, -(s * h1 + u * h2 - h2) / ratio]);
    }
  const most = Math.max(1e-300, ...list.map(([, , dx, dy]) => Math.hypot(dx, dy)));
  const k = (0.9 * pitch) / most;
  return list
    .map(([px, py, dx, dy]) => {
      const [ex, ey] = [px + dx * k, py + dy * k];
      return `M${tenth(px)} ${tenth(py)}L${tenth(ex)} ${tenth(ey)}M${tenth(px)} ${tenth(py)}h0.6`;
    })
    .join("");
}
