import type { Box } from "../../draw/box.ts";
import { p, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { MOVED_ONCE, moved, multiplications, multipliedOnce } from "./costs.ts";
import type { Phrase } from "./phrases.ts";
import type { Now } from "./scales.ts";

const BAR = 9;

/** What two programs cost for each step, and what one costs: multiplications, and numbers moved. */
export function costView(pen: Pen, at: Box, say: (phrase: Phrase) => string): (now: Now) => void {
  const g = pen.append("g");
  const groups = (["multiplied", "movedWord"] as const).map((word, k) => {
    const top = at.top + k * 42;
    write(g, at.left, top - 3, "start", say(word));
    const bars = [stroke(g, "fuse-two"), stroke(g, "fuse-one")];
    const texts = bars.map((_, i) => write(g, 0, top + 11 + i * (BAR + 2), "start"));
    return { top, bars, texts, told: (["multOne", "movedOne"] as const)[k]! };
  });
  return ({ result: r, values: v, withheld }) => {
    const costs = [
      [multiplications(r, v), multipliedOnce(r)],
      [moved(v), MOVED_ONCE],
    ];
    groups.forEach(({ top, bars, texts, told }, k) => {
      const pair = costs[k]!;
      const unit = (at.width - 34) / Math.max(8, ...pair.filter(Number.isFinite));
      bars.forEach((bar, i) => {
        const hidden =
          i === 1 && (withheld?.has(told) === true || withheld?.has("picture") === true);
        const length = Number.isFinite(pair[i]) && !hidden ? pair[i]! * unit : 0;
        bar.attr("d", `M${at.left} ${top + 2 + i * (BAR + 2)}h${p(length)}v${BAR}h${p(-length)}z`);
        texts[i]!.attr("x", p(at.left + length + 5)).text(hidden ? "?" : format(pair[i]!));
      });
    });
  };
}
