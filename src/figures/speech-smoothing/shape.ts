import type { Box } from "../../draw/box.ts";
import { curve, linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { polesOf, type CloseUp } from "./closeUp.ts";
import type { Run } from "./compute.ts";
import { powerOf } from "./readouts.ts";
import { legend } from "./near.ts";

/** Decibels that the spectrum of a frame shows, above and below the speech's mean power: what the noise does moves no axis. */
const ABOVE = 26;
const BELOW = 46;

/** From decibels to the height in the picture, for speech of some power; and from a height to decibels above it. */
export const heights = (box: Box, power: number) => {
  const speech = 10 * Math.log10(power + 1e-30);
  return linear(speech - BELOW, speech + ABOVE, box.bottom, box.top);
};
export const above = (box: Box, y: number) => linear(box.bottom, box.top, -BELOW, ABOVE)(y);

const decibels = (power: Float64Array) => power.map((x) => 10 * Math.log10(x + 1e-30));

/** The spectrum of the frame at the playhead, with that of its model. */
export function shape(pen: Pen, box: Box, words: { frame: string; model: string; wanted: string }) {
  const { left, right, top, height } = box;
  const g = pen.append("g");
  stroke(g, "axis").attr("d", `M${left} ${top}V${top + height}H${right}`);
  const clip = `speech-shape-${left}`;
  g.append("clipPath")
    .attr("id", clip)
    .append("rect")
    .attr("x", left)
    .attr("y", top - 2)
    .attr("width", right - left)
    .attr("height", height + 2);
  const inside = g.append("g").attr("clip-path", `url(#${clip})`);
  const path = (symbol: string, name: string) =>
    inside
      .append("g")
      .attr("data-symbol", symbol || null)
      .append("path")
      .attr("class", name);
  const frame = path("y", "mode speech-frame");
  const wanted = path("", "goal");
  const model = path("h", "line");
  write(g, left, top + height + 14, "start", "0");
  write(g, right, top + height + 14, "end", "4 kHz");
  write(g, left - 5, top + 11, "end", "dB");
  const key = legend(pen, box, [
    ["y", "line", words.frame],
    ["h", "line", words.model],
    ["", "dash", words.wanted],
  ]);
  return (r: Run, c: CloseUp, known: boolean) => {
    const x = linear(0, c.power.length - 1, left, right);
    const y = heights(box, powerOf(r));
    // Far below the axis is as good as not there, and a path of huge numbers is not.
    const deep = (v: number) => Math.min(box.top + 2 * box.height, y(v));
    const draw = (power: Float64Array) => curve(decibels(power), x, deep);
    frame.attr("d", draw(c.power));
    model.attr("d", c.model.q > 0 ? draw(c.phi) : "");
    wanted.attr("d", known ? draw(c.truth) : "");
    key(2, known);
  };
}

/** The poles of the model on the plane, each a resonance: its angle the frequency, its distance how slowly it fades. */
export function poles(
  pen: Pen,
  { x: cx, y: cy, r: radius }: { readonly x: number; readonly y: number; readonly r: number },
  word: string,
) {
  const g = pen.append("g").attr("data-symbol", "lambda");
  g.append("circle").attr("class", "stable").attr("cx", cx).attr("cy", cy).attr("r", radius);
  stroke(g, "axis").attr(
    "d",
    `M${cx - radius} ${cy}H${cx + radius}M${cx} ${cy - radius}V${cy + radius}`,
  );
  const dots = stroke(g, "dots speech-poles");
  write(g, cx, cy + radius + 16, "middle", word);
  return (c: CloseUp) => {
    const { re, im } = polesOf(c.model);
    let d = "";
    for (let k = 0; k < re.length; k++)
      d += `M${(cx + radius * re[k]!).toFixed(1)} ${(cy - radius * im[k]!).toFixed(1)}h0`;
    dots.attr("d", d);
  };
}
