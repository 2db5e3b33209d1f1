import { fixed } from "../../kit/format.ts";
import { brush, curve, letter, linear, type Pen, plate, tenth, write } from "../../draw/picture.ts";
import { sum, tell as tellSum } from "../../draw/sum.ts";
import { gateGain } from "../../models/kalman.ts";
import { START, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";

/** Δ at the right edge: there the gate is open by 98 %. */
const WIDEST = 4;
const POINTS = 48;

/** The gate as a curve, 1 − e^−Δ, and where on it the run has been. */
export function gateCurve(pen: Pen, { gate: box }: Layout) {
  const x = linear(0, WIDEST, box.left, box.right);
  const y = linear(0, 1, box.bottom, box.top);
  const place = (delta: number, K: number) => `${tenth(x(Math.min(WIDEST, delta)))} ${tenth(y(K))}`;
  const path = brush(pen);
  path("axis", "h").attr("d", `M${box.left} ${box.top}V${box.bottom}H${box.right}`);
  const line = Float64Array.from({ length: POINTS + 1 }, (_, k) => gateGain((WIDEST * k) / POINTS));
  path("line thin", "gain").attr(
    "d",
    curve(line, (k) => x((WIDEST * k) / POINTS), y),
  );
  const visited = path("dots", "Delta");
  const guide = path("cursor guide", "gain");
  const now = pen.append("circle").attr("class", "now").attr("data-symbol", "gain").attr("r", 6);
  letter(pen, "gain", box.left - 20, box.top + 12);
  letter(pen, "Delta", box.right - 14, box.bottom + 20);
  for (const k of [1, 2, 3]) write(pen, x(k), box.bottom + 16, "middle", k);
  return ({ gate }: Run, t: number) => {
    let d = "";
    for (let k = 0; k <= t; k++) d += `M${place(gate.delta[k]!, gate.gain[k]!)}h0`;
    visited.attr("d", d);
    const at = Math.min(gate.gain.length - 1, Math.floor(t));
    const [px, py] = place(gate.delta[at]!, gate.gain[at]!).split(" ") as [string, string];
    now.attr("cx", px).attr("cy", py);
    guide.attr("d", `M${px} ${box.bottom}V${py}H${box.left}`);
  };
}

/** As in a sum, but of two digits and more only one decimal: four numbers stand in one line. */
const short = (x: number) => (Math.abs(x) >= 10 ? fixed(x, 1) : tellSum(x));

/** One step written twice: as Kalman's, and as the gate of Mamba's Theorem 1. */
export function gateSums(
  pen: Pen,
  { sums: box, width }: Layout,
  words: Record<"kalman" | "mamba" | "follows" | "learnt", string>,
) {
  const narrow = width < 500;
  const g = pen.append("g").attr("class", "sums present");
  plate(g, "sum-card", box, 8);
  let y = box.top - 3;
  const down = (by: number) => (y += by);
  const tell = (by: number, text: string, name: string) =>
    write(g, box.left + 8, down(by), "start", text, name);
  const line = (template: string, told = tellSum) => sum(g, box.left + 8, down(20), template, told);
  tell(20, words.kalman, "tick title");
  const kalman = line("{gain} = {Pprior} / ({Pprior} + {R}) = # / # = #");
  tell(22, words.mamba, "tick title");
  const delta = line("{Delta} = ln(1 + {Pprior}/{R}) = #,  {gain} = 1 − exp(−{Delta}) = #");
  const gated = "{hhat} = (1 − {gain}) {hprior} + {gain} {y}";
  const numbers = "= # · # + # · # = #";
  if (narrow) line(gated);
  const moved = line(narrow ? numbers : `${gated} ${numbers}`, short);
  if (narrow) {
    tell(24, words.follows, "tick");
    tell(17, words.learnt, "tick");
  } else tell(24, `${words.follows} ${words.learnt}`, "tick");
  return ({ gate, y: measured, R }: Run, t: number) => {
    const at = Math.min(measured.length - 1, Math.floor(t));
    const [P, K] = [gate.predicted[at]!, gate.gain[at]!];
    kalman([P, P + R[at]!, K]);
    delta([gate.delta[at]!, K]);
    const before = at === 0 ? START.m0 : gate.mean[at - 1]!;
    moved([1 - K, before, K, measured[at]!, gate.mean[at]!]);
  };
}
