import { cut, offScale } from "../../draw/cut.ts";
import type { Box } from "../../draw/box.ts";
import { calm } from "../../draw/axis.ts";
import { clipped } from "../../draw/framed.ts";
import {
  brush,
  curve,
  letter,
  linear,
  type Pen,
  reach,
  stroke,
  write,
} from "../../draw/picture.ts";
import { LAGS, type Run } from "./compute.ts";
import type { Phrase } from "./phrases.ts";

/** The kernel as a sum over the eigenvectors, cut off at twice the true one's reach, and the true one over it. */
export function through(pen: Pen, box: Box, say: (word: Phrase) => string) {
  const { left, right, top } = box;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = brush(g);
  const axis = path("axis");
  const x = linear(0, LAGS - 1, left, right);
  write(g, left - 40, top - 26, "start", say("through"));
  write(g, left - 40, top - 10, "start", say("dashedTrue"));
  for (const lag of [0, 100, 200, 300]) write(g, x(lag), box.bottom + 17, "middle", lag);
  write(g, right, box.bottom + 33, "end", say("lags"));
  letter(g, "K", left - 40, top + box.height / 2 + 6);
  const scale = write(g, left - 5, top + 10, "end");
  const summed = path("line");
  const inside = clipped(g, box, `dplr-through-${left}-${top}`);
  const truth = stroke(inside, "goal");
  const drawBeyond = offScale(g, say("beyond"));
  return ({ eigen, K }: Run, scaled: Run) => {
    const most = calm(reach(1e-9, scaled.K[1]));
    const y = linear(-most, most, box.bottom, top);
    axis.attr("d", `M${left} ${y(0)}H${right}`);
    scale.text(String(+most.toPrecision(3)));
    truth.attr("d", curve(K[1], x, y));
    const sum = eigen?.through;
    const drawn = sum && cut(box, x, (k) => y(sum[k]!), 0, sum.length - 1);
    summed.attr("d", drawn?.d ?? "");
    drawBeyond(drawn?.off ?? "", { x: right - 12, y: box.bottom - 4 });
  };
}
