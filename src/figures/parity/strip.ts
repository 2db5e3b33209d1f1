import type { Box } from "../../draw/box.ts";
import { type Pen, stroke, tenth, write } from "../../draw/picture.ts";

/** Digits stand in cells of this width at least, crosses in these. */
const DIGIT = 9;
const CROSS = 7;

/** The middle of a bit's cell. */
export const middleOf = (at: Box, count: number) => (t: number) =>
  at.left + ((t + 0.5) * at.width) / count;

/** The bits in a row, one cell each; the ones filled, the present one framed. */
export function strip(pen: Pen, at: Box, label: string) {
  write(pen, at.left - 8, at.cy + 4.5, "end", label);
  const g = pen.append("g").attr("data-symbol", "u");
  const [noughts, ones, frame] = ["parity-nought", "parity-one", "parity-present"].map((look) =>
    stroke(g, look),
  ) as [ReturnType<typeof stroke>, ReturnType<typeof stroke>, ReturnType<typeof stroke>];
  const digits = g.append("g");
  return (bits: Uint8Array, now: number) => {
    const width = at.width / bits.length;
    const inset = width > 4 ? 0.5 : 0;
    const cell = (t: number) =>
      `M${tenth(at.left + t * width + inset)} ${at.top}h${tenth(width - 2 * inset)}v${at.height}h${tenth(2 * inset - width)}z`;
    const all = (wanted: number) =>
      Array.from(bits, (bit, t) => (bit === wanted ? cell(t) : "")).join("");
    noughts.attr("d", all(0));
    ones.attr("d", all(1));
    frame.attr("d", cell(now));
    digits
      .selectAll<SVGTextElement, number>("text")
      .data(width < DIGIT ? [] : Array.from(bits))
      .join("text")
      .attr("class", (bit) => (bit ? "value parity-light" : "value"))
      .attr("x", (_, t) => tenth(at.left + (t + 0.5) * width))
      .attr("y", at.cy + 4.5)
      .text((bit) => String(bit));
  };
}

/** A bar that is filled where a flag is 1, up to the last bit that may be seen. */
export function bar(pen: Pen, at: Box, label: string, look: string, symbol?: "y") {
  write(pen, at.left - 8, at.cy + 4.5, "end", label);
  stroke(pen, "axis").attr("d", `M${at.left} ${at.bottom}H${at.right}`);
  const path = stroke(pen, look, symbol);
  return (flags: Uint8Array, last: number) => {
    const width = at.width / flags.length;
    let d = "";
    for (let t = 0; t < flags.length && t <= last; t++)
      if (flags[t])
        d += `M${tenth(at.left + t * width)} ${at.top}h${tenth(width)}v${at.height}h${tenth(-width)}z`;
    path.attr("d", d);
  };
}

/** Crosses where what is said is not so; strokes where there is no room for crosses. */
export function wrongs(pen: Pen, at: Box, label: string) {
  const word = write(pen, at.left - 8, at.cy + 4.5, "end", label, "tick parity-warn");
  const path = stroke(pen, "parity-wrong");
  return (said: Uint8Array, odd: Uint8Array, last: number) => {
    const [x, r] = [middleOf(at, said.length), 3];
    const small = at.width / said.length < CROSS;
    let d = "";
    for (let t = 0; t < said.length && t <= last; t++)
      if (said[t] !== odd[t])
        d += small
          ? `M${tenth(x(t))} ${at.top}v${at.height}`
          : `M${tenth(x(t) - r)} ${at.cy - r}l${2 * r} ${2 * r}m${-2 * r} 0l${2 * r} ${-2 * r}`;
    path.attr("d", d);
    word.attr("display", d ? null : "none");
  };
}
