import { p, stroke, type Pen } from "../../draw/picture.ts";
import type { Box } from "../../draw/box.ts";
import type { SymbolId } from "../../notation.ts";
import { placeIn, type Layout, type Place } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Stage } from "./stages.ts";

/** Something drawn between strips, of the box to which it leads. */
interface Link {
  readonly stage: Stage;
  readonly look: string;
  readonly d: string;
  readonly symbol?: SymbolId;
}

/** What flows from strip to strip: fans where a matrix mixes, bands where each number goes its own way, lines around. */
export function wiresView(pen: Pen, layout: Layout): (v: Setting) => void {
  const drawn = [...fansOf(layout), ...wiresOf(layout)].map(({ stage, look, d, symbol }) => ({
    stage,
    path: stroke(pen, `${look} body`, symbol).attr("d", d),
  }));
  return ({ box }) => {
    for (const { stage, path } of drawn) path.classed("block-on", box === stage);
  };
}

function fansOf(layout: Layout): Link[] {
  const ways: readonly (readonly [Stage, Place["strip"], Place["strip"]])[] = [
    ["in", "normed", "x"],
    ["in", "normed", "z"],
    ["conv", "x", "conv"],
    ["silu", "conv", "u"],
    ["select", "u", "low"],
    ["select", "u", "B"],
    ["select", "u", "C"],
    ["delta", "low", "delta"],
    ["scan", "delta", "h"],
    ["read", "h", "y"],
    ["gate", "y", "gated"],
    ["out", "gated", "out"],
  ];
  return ways.map(([stage, from, to]) => ({
    stage,
    look: "block-fan",
    d: fan(placeIn(layout, from), placeIn(layout, to)),
  }));
}

function wiresOf(layout: Layout): Link[] {
  const { rails, turn } = layout;
  const at = (strip: Place["strip"]) => placeIn(layout, strip);
  const [input, u, B, C, h, y, out, sum] = [
    at("input"),
    at("u"),
    at("B"),
    at("C"),
    at("h"),
    at("y"),
    at("out"),
    at("sum"),
  ];
  const plus = (out.right + sum.left) / 2;
  const stream = `M${input.left} ${input.cy}H${rails.stream}V${turn}H${plus}V${out.cy + 6}`;
  const through = `M${out.right} ${out.cy}H${plus - 5}M${plus + 5} ${out.cy}H${sum.left}`;
  const wire = (stage: Stage, d: string, symbol?: SymbolId): Link => ({
    stage,
    look: "block-wire",
    d,
    ...(symbol && { symbol }),
  });
  /** From a side of a box along a rail to the same side of another. */
  const around = (from: string, rail: number, to: Box, side: "left" | "right") =>
    `${from}H${rail}V${to.cy}${arrow(rail, to[side], to.cy)}`;
  return [
    wire("norm", `M${input.right} ${input.cy}${arrow(input.right, at("normed").left, input.cy)}`),
    { stage: "add", look: "block-stream", d: stream },
    wire("add", through),
    { stage: "add", look: "block-plus", d: `M${plus - 5} ${out.cy}h10M${plus} ${out.cy - 5}v10` },
    wire("scan", around(`M${u.left} ${u.cy}`, rails.u, h, "left"), "u"),
    wire("read", around(`M${rails.u} ${h.cy}`, rails.u, y, "left"), "u"),
    wire("scan", around(`M${B.cx} ${B.bottom}v3`, rails.B, h, "right"), "Bt"),
    wire("read", around(`M${C.cx} ${C.bottom}v6.5`, rails.C, y, "right"), "Ct"),
    wire("gate", around(`M${at("z").left} ${at("z").cy}`, rails.z, at("gated"), "right"), "z"),
  ];
}

const fan = (from: Box, to: Box): string =>
  `M${p(from.left)} ${p(from.bottom)}H${p(from.right)}L${p(to.right)} ${p(to.top)}H${p(to.left)}z`;

/** On from a place across to another, with a head there. */
function arrow(from: number, x: number, y: number): string {
  const back = Math.sign(x - from);
  return `H${p(x)}M${p(x - 4 * back)} ${p(y - 3)}L${p(x)} ${p(y)}l${-4 * back} 3`;
}
