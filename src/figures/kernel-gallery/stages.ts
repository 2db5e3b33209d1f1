import { scaleEnd } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { cutStems } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { type Anchor, linear, type Pen, reach, stems, stroke, write } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import { isWrong, modulus, type Steps } from "./fft.ts";
import type { Phrase } from "./phrases.ts";

type Say = (phrase: Phrase) => string;

interface Boxes {
  readonly time: readonly Box[];
  readonly wave: readonly Box[];
}

/** The stages: two sequences, padded, transformed, multiplied, transformed back. */
export const STAGES = 5;

/** Input, kernel and output on the left, their transforms on the right; each appears at its stage. */
export function stages(pen: Pen, { time, wave }: Boxes, say: Say) {
  const u = series(pen, time[0]!, "u", say("timeU"));
  const K = series(pen, time[1]!, "K", say("timeK"));
  const y = series(pen, time[2]!, "y", say("timeY"));
  const U = spectrum(pen, wave[0]!, "u", say("waveU"));
  const H = spectrum(pen, wave[1]!, "K", say("waveK"));
  const Y = spectrum(pen, wave[2]!, "y", say("waveY"));
  const note = word(pen, time[0]!.right, time[0]!.top - 8, "end");
  const last = time[2]!;
  const result = word(pen, last.right, last.width < 200 ? last.bottom + 15 : last.top - 8, "end");
  const arrows = links(pen, time, wave, say);
  return (s: Steps, t: number, held: Steps = s) => {
    const stage = Math.floor(t);
    const shown = stage === 0 ? s.L : s.n;
    u(s, s.u.subarray(0, shown), held.u);
    K(s, s.K.subarray(0, shown), held.K);
    note.text(stage === 0 ? "" : say(s.n > s.L ? "padded" : "circle"));
    U(stage >= 2 ? modulus(s.U) : undefined, modulus(held.U));
    H(stage >= 2 ? modulus(s.H) : undefined, modulus(held.H));
    Y(stage >= 3 ? modulus(s.Y) : undefined, modulus(held.Y));
    y(s, stage >= 4 ? s.y : undefined, stage >= 4 ? held.y : [], {
      wanted: s.wanted,
      scale: held.wanted.subarray(0, held.n),
    });
    const wrong = s.y.subarray(0, s.L).some((_, i) => isWrong(s, i));
    result.text(stage < 4 ? "" : say(wrong ? "wrong" : "away"));
    arrows(stage);
  };
}

const word = (pen: Pen, x: number, y: number, anchor: Anchor, text = "") =>
  write(pen, x, y, anchor, text);

/** What should come out, and what of it the scale is for. */
interface Should {
  readonly wanted: Float64Array;
  readonly scale?: ArrayLike<number>;
}

/** A sequence of n samples, those after the L that count faint; where `wanted` is given, rings where it should be. */
function series(pen: Pen, box: Box, symbol: SymbolId, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  word(g, box.left, box.top - 8, "start", title).attr("class", "tick tinted");
  stroke(g, "axis").attr("d", `M${box.left} ${box.cy}H${box.right}`);
  const edge = stroke(g, "cursor");
  const top = word(g, box.left - 5, box.top + 10, "end");
  const inside = clipped(g, grown(box, 4, 4), `kernel-gallery-${symbol}-${box.left}-${box.top}`);
  const kept = {
    lines: stroke(inside, "stem"),
    dots: stroke(inside, "dots"),
  };
  const rest = {
    lines: stroke(inside, "stem later"),
    dots: stroke(inside, "dots later"),
  };
  const off = stroke(inside, "off");
  const rings = stroke(inside, "goal thin");
  const beyond = stroke(g, "off-scale");
  return (s: Steps, v: Float64Array | undefined, held: ArrayLike<number>, should?: Should) => {
    const { wanted, scale = [] } = should ?? {};
    const x = linear(-0.5, s.n - 0.5, box.left, box.right);
    const most = reach(1e-12, held, scale);
    const y = linear(-most, most, box.bottom, box.top);
    beyond.attr("d", cutStems(box, v ?? [], x, y, 0, (v?.length ?? 0) - 1).off);
    const few = x(1) - x(0) >= 3.2;
    const a = v ? stems(v, x, y, 0, Math.min(s.L, v.length) - 1) : { lines: "", dots: "" };
    const b = v ? stems(v, x, y, s.L) : a;
    kept.lines.attr("d", a.lines);
    kept.dots.attr("d", few ? a.dots : "");
    rest.lines.attr("d", v ? b.lines : "");
    rest.dots.attr("d", v && few ? b.dots : "");
    top.text(v ? scaleEnd(+most.toPrecision(2)) : "");
    edge.attr("d", s.n > s.L ? `M${x(s.L - 0.5).toFixed(1)} ${box.top}V${box.bottom}` : "");
    let [wrong, line] = ["", ""];
    if (v && wanted)
      for (let t = 0; t < s.L; t++) {
        line += `${t ? "L" : "M"}${x(t).toFixed(1)} ${y(wanted[t]!).toFixed(1)}`;
        if (isWrong(s, t))
          wrong += `M${x(t).toFixed(1)} ${y(v[t]!).toFixed(1)}V${y(wanted[t]!).toFixed(1)}`;
      }
    off.attr("d", wrong);
    rings.attr("d", line);
  };
}

/** The sizes of a transform's non-negative frequencies. */
function spectrum(pen: Pen, box: Box, symbol: SymbolId, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  word(g, box.left, box.top - 8, "start", title).attr("class", "tick tinted");
  stroke(g, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const top = word(g, box.left - 5, box.top + 10, "end");
  const lines = stroke(g, "stem");
  const beyond = stroke(g, "off-scale");
  return (v: Float64Array | undefined, held: ArrayLike<number>) => {
    g.attr("opacity", v ? 1 : 0.35);
    if (!v) {
      lines.attr("d", "");
      beyond.attr("d", "");
      return void top.text("");
    }
    const x = linear(-0.5, v.length - 0.5, box.left, box.right);
    const most = reach(1e-12, held);
    const y = linear(0, most, box.bottom, box.top);
    const drawn = cutStems(box, v, x, y, 0, v.length - 1);
    lines.attr("d", drawn.lines);
    beyond.attr("d", drawn.off);
    top.text(scaleEnd(+most.toPrecision(2)));
  };
}

/** What happens between the panels, the present one in ink. */
function links(pen: Pen, time: readonly Box[], wave: readonly Box[], say: Say) {
  const arrow = (d: string, text: string, x: number, y: number) => {
    const g = pen.append("g").attr("class", "link");
    stroke(g, "wire").attr("d", d).attr("marker-end", "url(#arrow)");
    word(g, x, y, "middle", text);
    return g;
  };
  const [from, to] = [time[0]!.right + 8, wave[0]!.left - 36];
  const gap = Math.max(14, to - from);
  const across = (box: Box, text: string, back: boolean) =>
    arrow(
      back ? `M${from + gap} ${box.cy}H${from}` : `M${from} ${box.cy}H${from + gap}`,
      text,
      from + gap / 2,
      box.cy - 9,
    );
  const middle = wave[1]!.cx;
  const down = arrow(
    `M${middle} ${wave[1]!.bottom + 4}V${wave[2]!.top - 22}`,
    say("times"),
    middle + 16,
    wave[1]!.bottom + 17,
  );
  const steps: readonly (readonly [number, Pen])[] = [
    [2, across(time[0]!, say("there"), false)],
    [2, across(time[1]!, say("there"), false)],
    [3, down],
    [4, across(time[2]!, say("back"), true)],
  ];
  return (stage: number) =>
    steps.forEach(([at, g]) => g.attr("opacity", stage === at ? 1 : stage > at ? 0.5 : 0.15));
}
