import { numeral, tellPieces, type Piece } from "../../draw/pieces.ts";
import { linear, tenth, type Pen, stroke, write } from "../../draw/picture.ts";
import { grown } from "../../draw/box.ts";
import { cut, type Cut, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Moments } from "../../models/kalman.ts";
import { BINS, type Run, ways } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { scalesOf } from "./plane.ts";

const POINTS = 80;
type Now = Moment<Setting, Run>;
export const symbolOf = { truth: "y", tangent: "C", points: "h" } as const;

/** What becomes of the bell, lying on its side: the true shape, and the two bells that stand for it. */
export function out(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { out: at } = layout;
  stroke(pen, "axis").attr("d", `M${at.left} ${at.top}V${at.bottom}`);
  write(pen, at.right, at.bottom + 15, "end", say("equal"));
  // While a slider is held the axis stays, and the shape may outgrow it.
  const inside = clipped(pen, grown(at, 2, 2), `bent-out-${at.left}`);
  const truth = stroke(inside, "share strong", "y");
  const edge = stroke(inside, "bent-truth", "y");
  const bells = {
    tangent: stroke(pen, "bent-tangent", symbolOf.tangent),
    points: stroke(pen, "bent-points-bell", symbolOf.points),
  };
  const room = at.width - 8;
  const beyond = offScale(pen, say("beyond"));
  return (m: Now) => {
    const { result: r, withheld } = m;
    const { y } = scalesOf(layout, m);
    const hidden = withheld?.has("picture") === true;
    const most = Math.max(...r.masses);
    const level = linear(0, BINS, y(r.low), y(r.high));
    let d = `M${at.left} ${tenth(level(0))}`;
    r.masses.forEach((mass, k) => {
      const px = tenth(at.left + (room * mass) / most);
      d += `L${px} ${tenth(level(k))}L${px} ${tenth(level(k + 1))}`;
    });
    d += `L${at.left} ${tenth(level(BINS))}`;
    truth.attr("d", hidden ? "" : `${d}Z`);
    edge.attr("d", hidden ? "" : d);
    const { low, high } = scalesOf(layout, m);
    let off = "";
    if (r.high > high) off += `M${at.left + 3} ${at.top + 7}l4 -7l4 7z`;
    if (r.low < low) off += `M${at.left + 3} ${at.bottom - 7}l4 7l4 -7z`;
    for (const way of ["tangent", "points"] as const) {
      const drawn = onItsSide(r[way], layout, room, y);
      bells[way].attr("d", hidden ? "" : drawn.d);
      off += drawn.off;
    }
    beyond(hidden ? "" : off, { x: at.right, y: at.bottom + 29 });
  };
}

/** A bell over the axis of readings; a needle where nothing is in doubt. */
function onItsSide(
  { mean, variance }: Moments,
  { out: at }: Layout,
  room: number,
  y: (value: number) => number,
): Cut {
  const deviation = Math.sqrt(variance);
  // What rounding leaves of nothing has no width.
  if (deviation < 1e-9) return { d: `M${at.left} ${tenth(y(mean))}H${at.left + room}`, off: "" };
  const z = (i: number) => (8 * i) / POINTS - 4;
  return cut(
    at,
    (i) => at.left + room * Math.exp(-0.5 * z(i) ** 2),
    (i) => y(mean + z(i) * deviation),
    0,
    POINTS,
  );
}

/** The mean and the deviation of each, in numbers. */
export function table(
  pen: Pen,
  { table: { x, y, line } }: Layout,
  { say }: Stage<Setting, Phrase>,
) {
  const lines = ways.map((_, k) => write(pen, x, y + k * line, "start", "", "sum"));
  return ({ result: r, withheld }: Now) =>
    ways.forEach((way, k) => {
      const { mean, variance } = r[way];
      const hidden = withheld?.has("picture") === true;
      const told: readonly Piece[] = hidden
        ? ["?"]
        : [numeral(symbolOf[way], mean), " ± ", numeral(symbolOf[way], Math.sqrt(variance))];
      tellPieces(lines[k]!, [`${say(way)}: `, ...told]);
    });
}
