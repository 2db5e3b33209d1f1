import { simulate } from "../../models/ssm.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import { border, matrixOf, type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

const modelOf = (v: Setting) => ({
  A: matrixOf(v.A),
  B: matrixOf(v.B),
  C: matrixOf(v.C),
  D: zeros(1, 1),
});
const TURNS = [0.3, 1.4, 2.9, 4];

/** No input of energy 1 leads out of the ellipse: here a sheaf of them. */
export function staysInside({ reached }: Run, v: Setting): boolean {
  const { long, short, way } = reached[STEPS]!;
  return TURNS.every((turn) => {
    const raw = Array.from({ length: STEPS }, (_, t) => Math.cos(turn * (t + 1)) * turn ** (t / 9));
    const size = Math.hypot(...raw);
    const u = fromRows(raw.map((x) => [x / size]));
    const { states } = simulate(modelOf(v), u, { readout: "immediate" });
    const [x, y] = states.data.slice(-2) as unknown as [number, number];
    const [p, q] = [x * way[0] + y * way[1], y * way[0] - x * way[1]];
    const slack = 1e-6 * (long + 1e-9);
    return Math.hypot(p / (long + slack), q / (short + slack)) <= 1 + 1e-6;
  });
}

/** What the squares of a long ellipse lose of an energy by rounding; beyond LONG they lose all. */
const LONG = 1e4;
const lost = (ratio: number) => 1e-9 + 1e-12 * ratio ** 2;

/** A start on the border gives an output of energy 1. */
export function energyOne({ alike }: Run, v: Setting): boolean {
  const last = alike[STEPS]!;
  if (!Number.isFinite(last.short)) return v.C[0]!.every((x) => x === 0);
  const ratio = last.long / last.short;
  return [0, 0.25, 0.5].every((part) => {
    if (part < 0.5 && ratio > LONG) return true;
    const h0 = Float64Array.from(border(last, part * Math.PI));
    const { outputs } = simulate(modelOf(v), zeros(STEPS, 1), { h0 });
    const energy = outputs.data.reduce((sum, y) => sum + y * y, 0);
    return Math.abs(energy - 1) <= (part < 0.5 ? lost(ratio) : 1e-9);
  });
}

export const growsAndNarrows = ({ reached, alike }: Run): boolean =>
  reached.every(({ long, short }, t) => {
    const before = reached[t - 1];
    return !before || (long >= before.long * (1 - 1e-9) && short >= before.short - 1e-6 * long);
  }) &&
  alike.every(({ long, short }, t) => {
    const before = alike[t - 1];
    if (!before || before.short === Infinity) return true;
    const told = long / short < LONG && before.long < Infinity;
    return short <= before.short * (1 + 1e-9) && (!told || long <= before.long * (1 + 1e-3));
  });
