import { below, beside, ticks } from "../../draw/axis.ts";
import { box, type Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { brush, linear, write } from "../../draw/picture.ts";
import { decibels, kernelTransform, unwrappedPhase } from "../../models/frequency.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { chirpAt } from "./chirp.ts";
import { OMEGA, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { head, measure, plotOf, type Draw, type Panel } from "./panel.ts";

/** The frequency that an input turns at, in radians a step; none where it has many. */
export function drivenAt({ input }: Setting, t: number): number | undefined {
  if (input.kind === "sine") return (2 * Math.PI) / input.period;
  return input.kind === "given" ? chirpAt(Math.floor(t)) : undefined;
}

/** Decibels from … to, in twenties: what is deeper than a hundred under the top is off the scale. */
function gainRange(...all: readonly (Float64Array | undefined)[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const v of all)
    v?.forEach((x) => {
      if (!Number.isFinite(x)) return;
      [low, high] = [Math.min(low, x), Math.max(high, x)];
    });
  if (low > high) return [-20, 20];
  const top = Math.ceil(high / 20 + 1e-9) * 20;
  return [Math.min(top - 40, Math.max(top - 100, Math.floor(low / 20 - 1e-9) * 20)), top];
}

const DEGREES = 180 / Math.PI;
/** Whole quarters of a turn around all phases. */
function phaseRange(...all: readonly (Float64Array | undefined)[]): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const v of all)
    v?.forEach((x) => {
      if (Number.isNaN(x)) return;
      [low, high] = [Math.min(low, x), Math.max(high, x)];
    });
  const quarter = (x: number) => x / 90;
  const range = [
    Math.floor(quarter(low) + 1e-6) * 90,
    Math.ceil(quarter(high) - 1e-6) * 90,
  ] as const;
  return range[0] === range[1] ? [range[0] - 90, range[1]] : range;
}

const phaseOf = (H: ComplexVector | undefined) => H && unwrappedPhase(H).map((x) => x * DEGREES);

/** Each decade's tick, and the fastest frequency that steps can tell. */
const MARKS = [0.01, 0.1, 1] as const;

/** All that is drawn of the view, from the back to the front. */
function partsOf(panel: Panel) {
  const { pen, cell, stage } = panel;
  const { say } = stage;
  const keyOf = head(panel, "frequency", [
    { look: "line", symbol: "K", word: say("discrete") },
    { look: "goal", word: say("continuousTime") },
    { look: "line thin later", symbol: "K", word: say("partial") },
  ]);
  const whole = plotOf(cell, stage.compact ? 62 : 54, 20);
  const { left, right } = whole;
  // The name of the input's own frequency stands between the plots, where no curve is.
  const gap = stage.compact ? 9 : 8;
  const parted = whole.top + whole.height * 0.58;
  const gainBox = box({ left, right, top: whole.top, bottom: parted - gap });
  const phaseBox = box({ left, right, top: parted + gap, bottom: whole.bottom });
  const x = linear(Math.log(OMEGA[0]!), Math.log(Math.PI), left, right);
  const across = (w: number) => x(Math.log(w));
  const grid = brush(pen)("axis");
  const cursor = brush(pen)("cursor");
  const group = () => pen.append("g").attr("class", "plot").attr("data-symbol", "K");
  const gain = curves(group(), gainBox, say("beyond"));
  const phase = curves(group(), phaseBox, say("beyond"));
  const words = ticks(pen);
  write(pen, cell.left + 2, whole.bottom + 16, "start", say("radians"));
  const own = write(pen, 0, parted + 4, "end", "", "tick halo");
  const marks = [...MARKS.map((w) => below(whole, across(w), w)), below(whole, right, "π", "end")];
  return { keyOf, whole, gainBox, phaseBox, across, grid, cursor, gain, phase, words, own, marks };
}

/** Gain and phase against frequency: in steps, continuous, and of the lags up to the present one. */
export function frequency(panel: Panel): Draw {
  const { say } = panel.stage;
  const parts = partsOf(panel);
  const { whole, gainBox, phaseBox, across } = parts;
  /** The frequency of the input, where it has one. */
  const point = (w: number | undefined) => {
    const seen = w !== undefined && w >= OMEGA[0]!;
    const at = seen ? across(w) : 0;
    const late = at > whole.cx;
    parts.cursor.attr("d", seen ? `M${at.toFixed(1)} ${whole.top}V${whole.bottom}` : "");
    parts.own
      .attr("x", seen ? at + (late ? -5 : 5) : 0)
      .attr("text-anchor", late ? "end" : null)
      .text(seen ? say("driven") : "");
  };
  return (m) => {
    const { result: r, values, t, ghost } = m;
    const partial = r.K.length > 0 ? kernelTransform(r.K, OMEGA, Math.floor(t) + 1) : undefined;
    const gainOf = (H: ComplexVector | undefined) => H && decibels(H);
    const old = ghost?.result.H;
    const by: Run = measure(m).result;
    const [low, high] = gainRange(gainOf(by.H), gainOf(by.Hc), gainOf(old));
    const [under, over] = phaseRange(phaseOf(by.H), phaseOf(by.Hc), phaseOf(old));
    const gy = linear(low, high, gainBox.bottom, gainBox.top);
    const py = linear(under, over, phaseBox.bottom, phaseBox.top);
    const gains = { H: gainOf(r.H), Hc: gainOf(r.Hc), part: gainOf(partial), old: gainOf(old) };
    parts.gain(across, gy, gains);
    parts.phase(across, py, { H: phaseOf(r.H), Hc: phaseOf(r.Hc), old: phaseOf(old) });
    const rest = gy(Math.max(low, Math.min(high, 0))).toFixed(1);
    const feet = `M${whole.left} ${rest}H${whole.right}M${whole.left} ${phaseBox.bottom}H${whole.right}`;
    parts.grid.attr("d", feet);
    parts.words([
      ...parts.marks,
      beside(gainBox, gainBox.top + 6, `${minus(high)} dB`),
      beside(gainBox, gainBox.bottom - 3, minus(low)),
      beside(phaseBox, phaseBox.top + 4, `${minus(over)}°`),
      beside(phaseBox, phaseBox.bottom - 2, `${minus(under)}°`),
    ]);
    point(drivenAt(values, t));
    const there = [r.H.re.length > 0, r.Hc !== undefined, partial !== undefined];
    parts.keyOf((k) => there[k]!);
  };
}

const minus = (x: number) => String(x).replace("-", "−");

interface Set {
  readonly H: Float64Array | undefined;
  readonly Hc?: Float64Array | undefined;
  readonly part?: Float64Array | undefined;
  readonly old?: Float64Array | undefined;
}

function curves(g: Panel["pen"], b: Box, beyond: string) {
  const path = brush(g);
  const [old, part, smooth, line] = [
    path("line ghost"),
    path("line thin later"),
    path("goal"),
    path("line"),
  ];
  const off = offScale(g, beyond);
  return (x: (w: number) => number, y: (v: number) => number, set: Set) => {
    const draw = (v: Float64Array | undefined) =>
      v ? pieces(b, (i) => x(OMEGA[i]!), y, v) : { d: "", off: "" };
    const all = [draw(set.old), draw(set.part), draw(set.Hc), draw(set.H)];
    [old, part, smooth, line].forEach((p, k) => p.attr("d", all[k]!.d));
    const marks = all[2]!.off + all[3]!.off;
    // Beside the half where nothing leaves.
    const right = [...marks.matchAll(/M([\d.]+)/g)].some(([, px]) => +px! > b.cx);
    off(marks, { x: right ? b.cx : b.right - 4, y: b.bottom - 4 });
  };
}

/** A curve that goes on after a place where it has no value. */
function pieces(b: Box, x: (i: number) => number, y: (v: number) => number, v: Float64Array) {
  let [d, off] = ["", ""];
  for (let from = 0; from < v.length; from++) {
    if (Number.isNaN(v[from])) continue;
    let to = from;
    while (to + 1 < v.length && !Number.isNaN(v[to + 1])) to++;
    const part = cut(b, x, (i) => y(v[i]!), from, to);
    d += part.d;
    off += part.off;
    from = to;
  }
  return { d, off };
}
