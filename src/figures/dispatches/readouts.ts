import type { Readout } from "../../kit/figure.ts";
import { bytesOf } from "../../gpu/traffic.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { stepAt } from "./moment.ts";

type One = Readout<Setting, Run>;

const MB = 1e6;
const small = (v: Setting) => v.show === "numbers";
const whole = (v: Setting) => v.show === "counts";

/** Numbers moved until now, of those that are drawn. */
const moved =
  (way: "read" | "write"): One["of"] =>
  ({ steps }, _, t) =>
    steps.slice(0, Math.floor(t)).reduce((n, { moves }) => {
      return n + moves.filter((m) => m.way === way).length;
    }, 0);

const product = (groups: readonly number[]) => groups.reduce((a, b) => a * b, 1);
const output = (r: Run) => r.counted.at(-1)!;
const sum = ({ read, written }: { read: number; written: number }) => read + written;

/** Bytes of the rows of states and of ΣΔ, read and written. */
const between = (r: Run) =>
  r.traffic
    .flatMap(({ uses }) => uses)
    .filter(({ tensor }) => tensor === "state" || tensor === "time")
    .reduce((n, use) => n + use.read + use.written, 0);

export const readouts = {
  steps: { label: "steps in a row", foot: true, when: small, of: (r) => r.steps.length },
  alone: {
    label: "one thread",
    foot: true,
    of: (r, v) => (small(v) ? r.delta.length : r.at.L),
  },
  tree: { label: "levels of a tree", foot: true, of: (r) => r.tree },
  reads: { label: "numbers read so far", foot: true, when: small, of: moved("read") },
  writes: { label: "numbers written so far", foot: true, when: small, of: moved("write") },
  chain: {
    label: "steps in a row",
    foot: true,
    when: whole,
    digits: 5,
    of: (r) => r.counted.reduce((n, { steps }) => n + steps, 0),
  },
  moved: {
    label: "MB read or written",
    foot: true,
    when: whole,
    of: (r) => sum(bytesOf(r.traffic)) / MB,
  },
  between: { label: "MB between dispatches", foot: true, when: whole, of: (r) => between(r) / MB },
  threads: {
    label: "threads in K3",
    digits: 7,
    of: (r) => product(output(r).groups) * output(r).threads,
  },
  groups: { label: "workgroups in K3", digits: 6, of: (r) => product(output(r).groups) },
  length: { label: "tokens of a chunk", of: ({ at }) => Math.min(at.chunk, at.L) },
  engine: { label: "tokens of a chunk as the engine chooses", of: (r) => r.engine },
  shortest: { label: "shortest chain", of: (r) => Math.min(...r.chains.map(({ all }) => all)) },
  waits: { label: "times all wait for all", of: (r) => r.counted.length - 1 },
  chunks: { label: "chunks", of: (r) => r.chunks },
  entering: {
    label: "state that enters the third chunk",
    symbol: "hin",
    of: ({ at, y }) => y[2 * at.c - 1] ?? NaN,
  },
  step: { label: "step of the dispatch", of: (r, _, t) => stepAt(r, t).k },
  of: { label: "steps of the dispatch", of: (r, _, t) => stepAt(r, t).of },
  last: { label: "last output", symbol: "y", of: (r) => r.y.at(-1)! },
} satisfies Readonly<Record<string, One>>;
