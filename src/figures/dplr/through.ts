import { calm, curve, letter, linear, reach, tick, type Pen } from "../../draw/picture.ts";
import { LAGS, type Run } from "./compute.ts";
import { lowOf, type Box } from "./layout.ts";

export type ThroughWord = "through" | "dashedTrue" | "lags";

/** The kernel as a sum over the eigenvectors, cut off at twice the true one's reach, and the true one over it. */
export function through(pen: Pen, box: Box, say: (word: ThroughWord) => string) {
  const { left, right, top } = box;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const path = (name: string) => g.append("path").attr("class", name);
  const axis = path("axis");
  const x = linear(0, LAGS - 1, left, right);
  tick(g, left - 40, top - 26, 0, "start").text(say("through"));
  tick(g, left - 40, top - 10, 0, "start").text(say("dashedTrue"));
  for (const lag of [0, 100, 200, 300]) tick(g, x(lag), lowOf(box) + 17, lag, "middle");
  tick(g, right, lowOf(box) + 33, 0, "end").text(say("lags"));
  letter(g, "K", left - 40, top + box.height / 2 + 6);
  const scale = tick(g, left - 5, top + 10, 0, "end");
  const summed = path("line");
  const truth = path("goal");
  return ({ eigen, K }: Run) => {
    const most = calm(reach(1e-9, K[1]));
    const y = linear(-most, most, lowOf(box), top);
    const held = (v: number) => y(Math.max(-most, Math.min(most, v)));
    axis.attr("d", `M${left} ${y(0)}H${right}`);
    scale.text(String(+most.toPrecision(3)));
    truth.attr("d", curve(K[1], x, y));
    summed.attr("d", eigen ? curve(eigen.through, x, held) : "");
  };
}
