import { ticks, type Tick } from "../../draw/axis.ts";
import { linear, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { published } from "./published.ts";

/** Doublings, from … to. */
const DOUBLINGS = [-1, 6] as const;

/** The published comparisons, a bar each over how many times as good, with what was measured and on what. */
export function bars(pen: Pen, at: Layout, say: (word: Phrase) => string): void {
  const { left, right, top } = at.bars;
  const across = linear(DOUBLINGS[0], DOUBLINGS[1], left, right);
  const x = (times: number) => across(Math.log2(times));
  const end = top + published.length * at.row;
  const powers = Array.from(
    { length: DOUBLINGS[1] - DOUBLINGS[0] + 1 },
    (_, k) => DOUBLINGS[0] + k,
  );
  stroke(pen, "axis").attr("d", `M${left} ${end}H${right}`);
  ticks(pen)(
    powers.map((p): Tick => ({
      x: across(p),
      y: end + 16,
      text: p < 0 ? "½" : String(2 ** p),
      anchor: "middle",
    })),
  );
  write(pen, right, end + 33, "end", say("better"), "tick axis-title");
  published.forEach(({ what, on, from, to }, k) => {
    const y = top + k * at.row;
    const lines = [say(what), ...linesOf(say(on), right - left, at.type)];
    lines
      .slice(0, 3)
      .forEach((line, i) =>
        write(pen, left, y + 13 + 16 * i, "start", line, i ? "tick" : "tick race-name"),
      );
    const bar = y + at.row - 18;
    stroke(pen, "axis").attr("d", `M${tenth(x(1))} ${bar - 6}v16`);
    stroke(pen, "race-bar").attr(
      "d",
      `M${tenth(x(1))} ${bar - 3}H${tenth(x(to))}v10H${tenth(x(1))}z`,
    );
    stroke(pen, "race-range").attr(
      "d",
      `M${tenth(x(from))} ${bar - 6}v16M${tenth(x(to))} ${bar - 6}v16`,
    );
  });
}
