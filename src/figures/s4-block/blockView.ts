import { heatMap } from "../../draw/heatMap.ts";
import { key } from "../../draw/key.ts";
import { letter, linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { gelu } from "../../models/s4Block/pass.ts";
import { before, lengthOf, now, orderOf, type Run } from "./compute.ts";
import { lagsShown } from "./heat.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { table } from "./table.ts";

type Say = (phrase: Phrase) => string;

/** The block as a drawing, with the present kernels and mixing in it, and below it all of its numbers. */
export function blockView(pen: Pen, layout: Layout, say: Say) {
  const { kernels, mix, gelu: bend } = layout.block;
  drawWays(pen, layout, say);
  const head = kernels.top - 12;
  write(pen, kernels.cx, head, "middle", say(layout.narrow ? "kernelsShort" : "kernels"));
  write(pen, bend.cx, bend.top - 8, "middle", say("gelu"));
  write(pen, mix.cx, head, "middle", say("mixing"));
  drawGelu(pen, layout);
  const lines = stroke(pen, "s4-block-kernels", "K");
  const bases = stroke(pen, "axis");
  const drawMix = heatMap(pen.append("g"), mix);
  const size = layout.narrow ? 13.5 : 13;
  const signs = { left: mix.left, right: layout.width - 4, y: layout.block.signs, size };
  key(pen.append("g").attr("class", "heat"), signs, [
    { look: "cell plus", word: say("plus"), as: "area" },
    { look: "cell minus", word: say("minus"), as: "area" },
  ]);
  stroke(pen, "s4-block-half").attr("d", `M${mix.left - 4} ${mix.cy}H${mix.right + 4}`);
  const drawTable = table(pen, layout, say);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const { net, push } = now(r, v, t);
    const { H } = net.sizes;
    const lags = Math.min(lengthOf(v), lagsShown(moment));
    const x = linear(0, lags - 1, kernels.left, kernels.right);
    const step = kernels.height / H;
    let [d, base] = ["", ""];
    orderOf(before(r, v).net).forEach((h, row) => {
      const middle = kernels.top + (row + 0.5) * step;
      let most = 1e-300;
      for (let k = 0; k < lags; k++) most = Math.max(most, Math.abs(push.K[k * H + h]!));
      base += `M${kernels.left} ${tenth(middle)}H${kernels.right}`;
      for (let k = 0; k < lags; k++)
        d += `${k ? "L" : "M"}${tenth(x(k))} ${tenth(middle - (0.45 * step * push.K[k * H + h]!) / most)}`;
    });
    bases.attr("d", base);
    lines.attr("d", d);
    drawMix({ rows: 2 * H, cols: H, data: net.weights.mix }, { marked: Infinity });
    drawTable(r, v);
  };
}

function drawGelu(pen: Pen, { block: { gelu: at } }: Layout): void {
  stroke(pen, "s4-block-frame").attr(
    "d",
    `M${at.left} ${at.top}H${at.right}V${at.bottom}H${at.left}Z`,
  );
  const [x, y] = [linear(-3, 3, at.left, at.right), linear(-1, 3, at.bottom, at.top)];
  stroke(pen, "axis").attr("d", `M${at.left} ${tenth(y(0))}H${at.right}`);
  const places = Array.from({ length: 31 }, (_, i) => -2.8 + (i * 5.6) / 30);
  stroke(pen, "s4-block-bend").attr(
    "d",
    `M${places.map((p) => `${tenth(x(p))} ${tenth(y(gelu(p)))}`).join("L")}`,
  );
}

/** Arrows from part to part, the way around, and the words on them. */
function drawWays(pen: Pen, { width, block: b, narrow }: Layout, say: Say): void {
  const { kernels, gelu: bend, mix, times, plus, leave, around } = b;
  const middle = kernels.cy;
  const r = narrow ? 8 : 10;
  const way = (from: number, to: number, y = middle) =>
    stroke(pen, "s4-block-arrow").attr("d", `M${from} ${tenth(y)}H${to}`);
  const gap = narrow ? 2 : 4;
  letter(pen, "u", narrow ? 2 : 14, middle + 5);
  way(narrow ? 17 : 28, b.enter - 3 - gap);
  stroke(pen, "s4-block-bar").attr("d", `M${b.enter} ${kernels.top}V${kernels.bottom}`);
  write(pen, b.enter, kernels.top - 12, "middle", say("enter"));
  way(b.enter + 3, kernels.left - gap);
  way(kernels.right + gap, bend.left - gap);
  way(bend.right + gap, mix.left - gap);
  const [value, gate] = [mix.top + mix.height / 4, mix.bottom - mix.height / 4];
  for (const [y, word, turn] of [
    [value, "value", middle - r],
    [gate, "gate", middle + r],
  ] as const) {
    stroke(pen, "s4-block-arrow").attr(
      "d",
      `M${mix.right + gap} ${tenth(y)}H${times}V${tenth(turn + (y < middle ? -gap : gap))}`,
    );
    write(pen, mix.right + 6, tenth(y + (y < middle ? -6 : 16)), "start", say(word));
  }
  const sign = (x: number, mark: string) => {
    pen
      .append("circle")
      .attr("class", "s4-block-frame")
      .attr("cx", x)
      .attr("cy", middle)
      .attr("r", r);
    write(pen, x, middle + 5, "middle", mark, "value");
  };
  sign(times, "×");
  way(times + r + gap, plus - r - gap);
  sign(plus, "+");
  way(plus + r + gap, leave - 3 - gap);
  stroke(pen, "s4-block-bar").attr("d", `M${leave} ${kernels.top}V${kernels.bottom}`);
  write(pen, leave, kernels.top - 12, "middle", say("leave"));
  way(leave + 3, leave + (narrow ? 16 : 22));
  letter(pen, "y", leave + (narrow ? 20 : 30), middle + 5);
  if (!narrow) write(pen, width - 12, middle + 28, "end", say("answer"));
  const from = (b.enter + 3 + kernels.left) / 2;
  stroke(pen, "s4-block-arrow around").attr(
    "d",
    `M${tenth(from)} ${middle}V${around}H${plus}V${middle + r + gap}`,
  );
  write(pen, (from + plus) / 2, around + 16, "middle", say("around"));
}
