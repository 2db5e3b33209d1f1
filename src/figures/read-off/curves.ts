import { beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { area } from "../../draw/area.ts";
import { framed } from "../../draw/framed.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import { functionsAt, speed, weightAt } from "../../models/measures.ts";
import { type Cell, oldest, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { sub } from "./lines.ts";
import type { Phrase } from "./phrases.ts";

/** Points of a curve. */
const POINTS = 96;

/** (v k_n)′ and g_k at evenly spaced ages, the oldest first. */
function sampled(r: Run, { n, k }: Cell) {
  const { p } = r;
  const [drifts, reads] = [new Float64Array(POINTS + 1), new Float64Array(POINTS + 1)];
  for (let i = 0; i <= POINTS; i++) {
    const s = (oldest(r) * (POINTS - i)) / POINTS;
    const { g, slope } = functionsAt(p, s);
    const [w, dw] = weightAt(p, s);
    const dv = p.shape === "legs" ? -1 : 0;
    drifts[i] = p.scale[n]! * ((dv * w + speed(p, s) * dw) * g[n]! + speed(p, s) * w * slope[n]!);
    reads[i] = g[k]!;
  }
  return { drifts, reads, product: drifts.map((x, i) => x * reads[i]!) };
}

/** The two functions of an entry, and the area between their product and zero. */
export function curves(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { functions: top, product: low, type } = layout;
  const g = pen.append("g");
  write(g, top.left, top.top - 12, "start", say("functions"), "tick axis-title");
  write(g, low.left, low.top - 10, "start", say("product"), "tick axis-title");
  for (const at of [top, low]) stroke(g, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const numbers = ticks(g);
  const above = framed(g, top, "read-off", say("off"));
  const under = framed(g, low, "read-off", say("off"));
  const filled = stroke(under.inside, "share strong", "A");
  const line = stroke(under.inside, "line thin", "A");
  const drifts = stroke(above.inside, "line", "drift");
  const reads = stroke(above.inside, "line smooth", "gnow");
  const names = pen.append("g");
  write(g, low.left, low.bottom + 16, "start", say("ancient"));
  write(g, low.right, low.bottom + 16, "end", say("today"));
  return (r: Run, cell: Cell, scale: Run, shown: Cell) => {
    const drawn = sampled(r, cell);
    const axis = scale === r ? drawn : sampled(scale, shown);
    const most = snug(reach(1e-9, axis.drifts, axis.reads));
    const whole = snug(reach(1e-9, axis.product));
    const x = linear(0, POINTS, top.left, top.right);
    const y = linear(-most, most, top.bottom, top.top);
    const z = linear(-whole, whole, low.bottom, low.top);
    drifts.attr("d", curve(drawn.drifts, x, y));
    reads.attr("d", curve(drawn.reads, x, y));
    line.attr("d", curve(drawn.product, x, z));
    above.beyond([drawn.drifts, drawn.reads], x, y);
    under.beyond([drawn.product], x, z);
    filled.attr(
      "d",
      area(
        x,
        (i) => z(drawn.product[i]!),
        () => low.cy,
        0,
        POINTS,
      ),
    );
    numbers(
      (
        [
          [top, most],
          [low, whole],
        ] as const
      ).flatMap(([at, end]) => [
        beside(at, at.top + 6, scaleEnd(end)),
        beside(at, at.bottom, scaleEnd(-end)),
      ]),
    );
    names.selectAll("*").remove();
    key(names, { left: top.left, right: top.right, y: top.bottom + 16, size: type }, [
      { look: "line", symbol: "drift", word: `(v k${sub(cell.n)})′` },
      { look: "line smooth", symbol: "gnow", word: `g${sub(cell.k)}` },
    ]);
  };
}
