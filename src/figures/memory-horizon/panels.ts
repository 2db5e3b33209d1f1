import type { Box } from "../../draw/box.ts";
import { clipped } from "../../draw/framed.ts";
import { type Anchor, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { MOST_N, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

interface Words {
  readonly numbers: string;
  readonly halves: string;
  readonly missing: string;
}

const slot = (box: Box) => linear(-0.5, MOST_N - 0.5, box.left, box.right);

/** Beside the kernel: the N numbers that are all there is, and how well one to eight of them would do. */
export function panels(pen: Pen, now: Box, below: Box, words: Words) {
  const x = slot(now);
  const x2 = slot(below);
  const mid = now.top + 20 + (now.height - 20) / 2;
  const low = below.bottom;
  const g = pen.append("g").attr("data-symbol", "h");
  const path = (name: string, in_ = g) => stroke(in_, name);
  const word = (wx: number, wy: number, anchor: Anchor, text = "") =>
    write(g, wx, wy, anchor, text);
  word(now.left, now.top + 11, "start", words.numbers);
  path("axis").attr("d", `M${now.left} ${mid}H${now.right}M${below.left} ${low}H${below.right}`);
  const inside = clipped(g, now, `memory-horizon-numbers-${now.left}-${now.top}`);
  const bars = path("bar", inside);
  const title = word(below.left, below.top + 11, "start");
  const second = g.append("g");
  const figures = path("bar later", second);
  const chosen = path("bar", second);
  const value = word(0, 0, "middle").classed("halo", true);
  return ({ result: run, values: v, t, held }: Moment<Setting, Run>) => {
    const step = Math.min(run.u.length - 1, Math.floor(t));
    const half = (now.height - 20) / 2 - 2;
    const scale = half / reach(1e-9, (held?.result ?? run).states);
    let d = "";
    for (let i = 0; i < v.N; i++)
      d += `M${x(i).toFixed(1)} ${mid}v${(-scale * run.states[step * v.N + i]!).toFixed(1)}`;
    bars.attr("d", d);
    const room = below.height - 38;
    const shown = run.missed ?? run.halves.map((h) => h / run.halves[0]!);
    second.attr("data-symbol", run.missed ? "C" : "halfLife");
    title.text(run.missed ? words.missing : words.halves);
    const bar = (i: number) => `M${x2(i).toFixed(1)} ${low}v${(-shown[i]! * room).toFixed(1)}`;
    const all = Array.from({ length: run.missed ? MOST_N : v.N }, (_, i) => i);
    figures.attr(
      "d",
      all
        .filter((i) => i !== v.N - 1)
        .map(bar)
        .join(""),
    );
    chosen.attr("d", bar(v.N - 1));
    value
      .attr("x", x2(v.N - 1))
      .attr("y", low - shown[v.N - 1]! * room - 5)
      .text(run.missed ? `${format(100 * shown[v.N - 1]!, 2)} %` : format(run.halves[v.N - 1]!, 2));
  };
}
