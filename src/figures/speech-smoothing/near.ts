import type { Box } from "../../draw/box.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { HOP } from "../../models/speech/enhance.ts";
import type { CloseUp } from "./closeUp.ts";
import type { Run } from "./compute.ts";
import { sampleAt } from "./rows.ts";

/** Samples shown to each side: 10 ms. */
const REACH = 80;

/** The samples about the playhead: noisy ones as dots, the clean wave, the estimate in its band. */
export function near(pen: Pen, box: Box, words: { dots: string; truth: string; estimate: string }) {
  const { left, right, top, height } = box;
  const g = pen.append("g");
  const mid = top + height / 2;
  stroke(g, "axis").attr("d", `M${left} ${mid}H${right}`);
  const part = (symbol: string, name: string) =>
    g
      .append("g")
      .attr("data-symbol", symbol || null)
      .append("path")
      .attr("class", name);
  const band = part("h", "share speech-band");
  const dots = part("y", "dots speech-dots");
  const truth = part("", "goal");
  const line = part("h", "line thin");
  const cursor = stroke(g, "cursor");
  const edges = [
    write(g, left, top + height + 14, "start", "−10 ms"),
    write(g, right, top + height + 14, "end", "+10 ms"),
  ];
  const key = legend(pen, box, [
    ["y", "dot", words.dots],
    ["", "dash", words.truth],
    ["h", "line", words.estimate],
  ]);
  return (r: Run, c: CloseUp, t: number, known: boolean) => {
    const centre = sampleAt(t, r.noisy.length);
    const x = linear(-REACH, REACH, left, right);
    const from = Math.max(0, centre - REACH);
    const to = Math.min(r.noisy.length - 1, centre + REACH);
    let most = 1e-6;
    // Calm while it plays: the scale is that of the hop and its neighbours, whatever part of them is seen.
    const end = Math.min(r.noisy.length, (c.hop + 2) * HOP);
    for (let i = Math.max(0, (c.hop - 1) * HOP); i < end; i++)
      most = Math.max(most, Math.abs(r.noisy[i]!));
    const y = linear(-1.1 * most, 1.1 * most, top + height, top);
    let [d, s, clean, upper, lower] = ["", "", "", "", ""];
    for (let i = from; i <= to; i++) {
      const px = x(i - centre).toFixed(1);
      d += `M${px} ${y(r.noisy[i]!).toFixed(1)}h0`;
      clean += `${clean ? "L" : "M"}${px} ${y(r.clean[i]!).toFixed(1)}`;
      const k = i - c.from;
      if (k < 0 || k >= c.s.length) continue;
      const sigma = 2 * Math.sqrt(c.variance[k]!);
      s += `${s ? "L" : "M"}${px} ${y(c.s[k]!).toFixed(1)}`;
      upper += `${upper ? "L" : "M"}${px} ${y(c.s[k]! + sigma).toFixed(1)}`;
      lower = `L${px} ${y(c.s[k]! - sigma).toFixed(1)}${lower}`;
    }
    dots.attr("d", d);
    line.attr("d", s);
    truth.attr("d", known ? clean : "");
    band.attr("d", upper && `${upper}${lower}Z`);
    cursor.attr("d", `M${x(0)} ${top}V${top + height}`);
    edges.forEach((e, k) =>
      e.attr("opacity", (k === 0 ? centre >= REACH : centre + REACH < r.noisy.length) ? 1 : 0.4),
    );
    key(1, known);
  };
}

type Entry = readonly [symbol: string, mark: "dot" | "dash" | "line", word: string];

/** Words with their marks above a plot, from the left; an entry that has nothing to show can be hidden. */
export function legend(pen: Pen, { left, top }: Box, entries: readonly Entry[]) {
  let at = left;
  const groups = entries.map(([symbol, mark, word]) => {
    const g = pen.append("g").attr("data-symbol", symbol || null);
    const y = top - 9;
    if (mark === "dot") stroke(g, "dots").attr("d", `M${at + 8} ${y}h0`);
    else stroke(g, mark === "dash" ? "goal" : "line").attr("d", `M${at} ${y}h16`);
    write(g, at + 21, y + 4, "start", word);
    at += 34 + width(word);
    return g;
  });
  return (k: number, shown: boolean) => groups[k]!.attr("display", shown ? null : "none");
}

/** Rough width of a word in the pictures' type: Latin letters are half as wide as Chinese ones. */
const width = (word: string) =>
  Array.from(word, (letter) => (letter > "⺀" ? 12.5 : 6.6)).reduce((a, b) => a + b, 0);
