import { below, rule, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { chosen, stepsBehind } from "./chosen.ts";
import type { Run } from "./compute.ts";
import { type Curve, POINT } from "./course.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const looks = { taught: "series-loss", held: "series-loss dashed" } as const;
const names = ["taught", "held"] as const;

/** How S6 learned: the loss of what teaches and of what was held back, and where it stopped. */
export function learning(pen: Pen, layout: Layout, say: (phrase: Phrase) => string) {
  const { learning: box, size } = layout;
  rule(pen, box, box.bottom);
  const title = write(pen, box.left, box.top - 8);
  const numbers = ticks(pen);
  const stop = stroke(pen, "series-stop");
  const lines = names.map((name) => stroke(pen, looks[name]));
  const dot = stroke(pen, "dots");
  const beyond = offScale(pen, say("off"), size);
  const none = write(pen, box.cx, box.cy, "middle", "", "tick halo");
  key(pen, { ...layout.learningKey, size }, [
    { look: looks.taught, word: say("taught") },
    { look: looks.held, word: say("heldBack") },
    { look: "series-stop", word: say("stops"), as: "M9 -6V5" },
  ]);
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const { curve, source } = chosen(r, v);
    const shown = curve && curve.held.length > 1 ? curve : undefined;
    title.text(say(shown && source !== "trained" ? "learningRecorded" : "learning"));
    none.text(shown ? "" : say("nothing"));
    const x = linear(0, v.steps, box.left, box.right);
    const place = (k: number) => x(k * POINT);
    const taken = held && chosen(held.result, held.values).curve;
    const scale = taken && taken.held.length > 1 ? taken : shown;
    const [low, high] = reachOf(scale);
    const y = linear(low, high, box.bottom, box.top);
    const parts = names.map((name) =>
      cut(box, place, (k) => y(shown?.[name][k] ?? NaN), 0, (shown?.[name].length ?? 0) - 1),
    );
    parts.forEach(({ d }, i) => lines[i]!.attr("d", d));
    beyond(parts.map(({ off }) => off).join(""), { x: box.right - 2, y: box.top + 26 });
    const at = stepsBehind(r, v);
    const value = shown?.held[at / POINT] ?? NaN;
    const seen = shown && source !== "untrained" && value >= low && value <= high;
    stop.attr(
      "d",
      shown && source !== "untrained" ? `M${x(at).toFixed(1)} ${box.top}V${box.bottom}` : "",
    );
    dot.attr("d", seen ? `M${x(at).toFixed(1)} ${y(value).toFixed(1)}h0` : "");
    numbers([
      below(box, box.left, "0", "start"),
      below(box, box.right, String(v.steps), "end"),
      ...(scale
        ? [
            { x: box.left - 6, y: box.top + 10, text: short(high), anchor: "end" as const },
            { x: box.left - 6, y: box.bottom, text: short(low), anchor: "end" as const },
          ]
        : []),
    ]);
  };
}

const short = (x: number) => fixed(x, 1).replace("-", "−");

/** From the lowest loss to as far above the untrained one as this is above the lowest, at least by one. */
function reachOf(curve: Curve | undefined): readonly [number, number] {
  const all = curve ? [...curve.taught, ...curve.held] : [0];
  const low = Math.min(...all);
  const first = curve ? Math.max(curve.taught[0]!, curve.held[0]!) : 1;
  return [low - 0.1, Math.min(Math.max(...all) + 0.1, first + Math.max(1, first - low))];
}
