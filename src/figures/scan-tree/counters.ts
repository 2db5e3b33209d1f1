import { type Pen, write } from "../../draw/picture.ts";
import { ceilLog2 } from "../../numerics/scan.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

export interface CounterWords {
  readonly work: string;
  readonly depth: string;
}

/** The formulas of SCIENCE 2.7, as they are written. */
const formulas = {
  sequential: ["n − 1", "n − 1"],
  hillisSteele: ["n·d − (2ᵈ − 1)", "d"],
  blelloch: ["2(n − 1)", "2d"],
  blellochInclusive: ["2(n − 1) + n", "2d + 1"],
  chunked: ["(k−1)(c−1) + (k−2) + (n−1)", "(c−1) + (k−2) + c"],
  oneChunk: ["n − 1", "n − 1"],
} as const;

/** Joins done so far, of how many, and levels that hold one. */
export function soFar({ network }: Run, t: number): { work: number; depth: number } {
  const done = network.nodes.filter((x) => x.kind === "join" && x.level <= Math.floor(t));
  return { work: done.length, depth: new Set(done.map((x) => x.level)).size };
}

/** Work and depth, counted as the scan goes, beside what the formulas say. */
export function counters(pen: Pen, layout: Layout, words: CounterWords) {
  const g = pen.append("g").attr("class", "scan-counters");
  const lines = layout.counters.map((y) => write(g, 8, y, "start", "", "sum"));
  const tell = (k: number, name: string, now: number, all: number, formula: string) => {
    const pieces = [
      ["name", `${name}  `],
      ["count", `${now}`],
      ["", ` / ${all} = ${formula}`],
    ] as const;
    lines[k]!.selectAll("tspan")
      .data(pieces)
      .join("tspan")
      .attr("class", ([name]) => name)
      .text(([, text]) => text);
  };
  return (r: Run, v: Setting, t: number) => {
    const now = soFar(r, t);
    const n = r.xs.length;
    const c = Math.min(v.chunk, n);
    const k = Math.ceil(n / c);
    const chunked = v.algorithm === "chunked";
    const [work, depth] = formulas[chunked && k === 1 ? "oneChunk" : v.algorithm];
    const d = ceilLog2(n);
    const given = chunked
      ? `k = ${k}, c = ${c}`
      : v.algorithm === "sequential"
        ? `n = ${n}`
        : `d = ⌈log₂ ${n}⌉ = ${d}`;
    tell(0, words.work, now.work, r.formula.work, work);
    tell(1, words.depth, now.depth, r.formula.depth, `${depth},  ${given}`);
  };
}
