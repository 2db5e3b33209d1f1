import { below, rule, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Layout } from "./layout.ts";
import { CHANNELS } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { placesIn } from "./sequence.ts";

/** All kernels of S4D by lag, the one looked at in full, and at which lag each letter is to be found. */
export function kernels(
  pen: Pen,
  { kernels: box, width }: Layout,
  say: (phrase: Phrase) => string,
) {
  write(
    pen,
    box.left,
    box.top - 25,
    "start",
    say(width < 500 ? "kernelsShort" : "kernels"),
    "tick axis-title",
  );
  rule(pen, box, box.cy);
  const all = stroke(pen, "pair-kernels", "K");
  const needed = stroke(pen, "pair-needed", "u");
  const one = stroke(pen, "line", "K");
  key(
    pen,
    { left: box.left, right: box.right + 20, y: box.bottom + 38, size: width < 500 ? 13.5 : 12 },
    [
      { look: "line", symbol: "K", word: say("chosen") },
      { look: "pair-needed", symbol: "u", word: say("needed") },
    ],
  );
  const [letters, numbers] = [ticks(pen, "tick halo"), ticks(pen)];
  return ({ kernels: K, text }: Reading, channel: number) => {
    const x = linear(0, K.cols - 1, box.left, box.right);
    const y = linear(-1, 1, box.bottom, box.top);
    const most = reach(1e-12, K.data);
    const line = (row: number) =>
      curve(K.data.subarray(row * K.cols, (row + 1) * K.cols), x, (value) => y(value / most));
    all.attr("d", Array.from({ length: CHANNELS }, (_, row) => line(row)).join(""));
    one.attr("d", line(channel - 1));
    const lags = lagsOf(text);
    needed.attr(
      "d",
      [...lags.keys()].map((lag) => `M${x(lag).toFixed(1)} ${box.top}V${box.bottom}`).join(""),
    );
    letters(
      [...lags].map(([lag, names]) => ({
        x: x(lag),
        y: box.top - 6,
        text: names,
        anchor: lag > K.cols - 3 ? "end" : "middle",
      })),
    );
    const end = K.cols - 1;
    numbers([
      below(box, x(0), "0", "start"),
      below(box, x(end), end, "end"),
      { x: x(end / 2), y: box.bottom + 16, text: say("lag"), anchor: "middle" },
    ]);
  };
}

/** From each lag between a letter and the question for it to the letters that have it. */
function lagsOf(text: string): Map<number, string> {
  const lags = new Map<number, string>();
  placesIn(text).forEach((place, k) => {
    const lag = text.length + k - place;
    lags.set(lag, (lags.get(lag) ?? "") + text[place]!.toUpperCase());
  });
  return lags;
}
