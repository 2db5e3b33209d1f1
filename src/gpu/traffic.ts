import { carrySegments } from "./kernels/selective-scan/carry.ts";
import type { Sizes } from "./kernels/selective-scan/plan.ts";
import { folded } from "./kernels/selective-scan-backward/fold.ts";
import type { Layout } from "./kernels/selective-scan-backward/layout.ts";

/** What one dispatch has to bring from one tensor and take to it, in bytes: every number once, however many threads want it. */
export interface Use {
  readonly tensor: string;
  readonly read: number;
  readonly written: number;
}

/** One dispatch, its tensors in the order of its bindings. */
export interface Dispatch {
  readonly name: string;
  readonly uses: readonly Use[];
}

/** How a selective scan runs, as far as its bytes depend on it. */
export interface ScanKind {
  readonly softplus?: boolean;
  readonly gated?: boolean;
}

/** Bytes read and written by all. */
export const bytesOf = (all: readonly Dispatch[]) =>
  all
    .flatMap(({ uses }) => uses)
    .reduce((sum, use) => ({ read: sum.read + use.read, written: sum.written + use.written }), {
      read: 0,
      written: 0,
    });

const ceil = (a: number, b: number) => Math.ceil(a / b);
const use = (tensor: string, read: number, written = 0): Use => ({
  tensor,
  read: 4 * read,
  written: 4 * written,
});

/** K2 over so many chunks' ends. */
function carry({ batch, channels, states }: Sizes, ends: number): Dispatch {
  const width = batch * channels * states;
  const walks = carrySegments(width, ends + 1) > 1 ? 2 : 1;
  const uses = [
    use("time", ends * batch * channels),
    use("channel", states * channels),
    use("state", (walks * ends + 1) * width, ends * width),
  ];
  return { name: "K2 carry", uses };
}

// #region fused
/** The fused scan (kernels/selective-scan) where it fits into one slice, with this chunk. */
export function fusedForward(sizes: Sizes, chunk: number, kind: ScanKind = {}): Dispatch[] {
  const { batch, L, channels, states } = sizes;
  const chunks = ceil(L, chunk);
  const width = batch * channels * states;
  const bias = kind.softplus ? channels : 0;
  const walk = (tokens: number) => [use("u", tokens * channels), use("delta", tokens * channels)];
  const ends = chunks - 1;
  const most = batch * ends * chunk;
  const summary: Dispatch = {
    name: "K1 summary",
    uses: [
      ...walk(most),
      use("channel", states * channels + bias),
      use("B", most * states),
      use("state", 0, ends * width),
      use("time", 0, ends * batch * channels),
    ],
  };
  const tokens = batch * L;
  const output: Dispatch = {
    name: "K3 output",
    uses: [
      ...walk(tokens),
      use("channel", (states + 1) * channels + bias),
      use("B", tokens * states),
      use("state", chunks * width),
      use("C", tokens * states),
      use("y", 0, tokens * channels),
      ...(kind.gated ? [use("z", tokens * channels)] : []),
    ],
  };
  return ends > 0 ? [summary, carry(sizes, ends), output] : [output];
}
// #endregion

/** The fused backward pass (kernels/selective-scan-backward) where it fits into one slice. */
export function fusedBackward(sizes: Sizes, layout: Layout): Dispatch[] {
  const { batch, L, channels, states } = sizes;
  const { softplus, gated, stretch, chunk, lanes } = layout;
  const [stretches, chunks] = [ceil(L, stretch), ceil(L, chunk)];
  const width = batch * channels * states;
  const bias = softplus ? channels : 0;
  const tokens = batch * L;
  const floats = tokens * channels;
  const slope = gated ? "slope" : "dy";
  const walk = (name: string, tensor: string, ends: number, most: number): Dispatch[] => {
    const uses = [
      use(tensor, most * channels),
      use("delta", most * channels),
      use("channel", states * channels + bias),
      use("BC", most * states),
      use("state", 0, ends * width),
      use("time", 0, ends * batch * channels),
    ];
    return ends > 0 ? [{ name, uses }, carry(sizes, ends)] : [];
  };
  const sums = ceil(channels, lanes) * tokens * 2 * states;
  const rows = batch * chunks * (states + 2) * channels;
  const gradients: Dispatch = {
    name: "B3 gradients",
    uses: [
      use("u", floats),
      use("delta", floats),
      use(slope, floats),
      use("channel", (states + 1) * channels + bias),
      use("BC", 2 * tokens * states),
      use("state", (stretches + chunks) * width),
      use("out", 0, (gated ? 3 : 2) * floats),
      use("parts", 0, sums + rows),
    ],
  };
  const gate = [use("dy", floats), use("z", floats)];
  const opening = { name: "B0 gate", uses: [...gate, use("slope", 0, floats)] };
  const closing = {
    name: "B4 gate's slope",
    uses: [...gate, use("out", floats), use("dz", 0, floats)],
  };
  return [
    ...(gated ? [opening] : []),
    ...walk("K1 summary", "u", stretches - 1, batch * (stretches - 1) * stretch),
    ...walk("B1 adjoint summary", slope, chunks - 1, batch * (L - Math.min(L, chunk))),
    gradients,
    ...folds(sums, tokens * 2 * states, batch * chunks, (states + 2) * channels),
    ...(gated ? [closing] : []),
  ];
}

/** The sums of B3's parts: dB and dC over workgroups across, then `rows` rows of dA, dD, dbias. */
function folds(sums: number, tokens: number, rows: number, width: number): Dispatch[] {
  const left = folded(rows);
  const of = (...uses: Use[]): Dispatch => ({ name: "sums of rows", uses });
  const last = (tensor: string, n: number) => of(use(tensor, n * width), use("sums", 0, width));
  const all = of(use("parts", sums), use("dBC", 0, tokens));
  if (left === 0) return [all, last("parts", rows)];
  const first = of(use("parts", rows * width), use("between", 0, left * width));
  return [all, first, last("between", left)];
}

/** Passes over all pairs of a scan after Hillis & Steele: each level reads every pair and writes it. */
function levels(L: number, width: number): Dispatch[] {
  const out: Dispatch[] = [];
  const pair = (k: number) => (k === 0 ? ["a", "b"] : [`a${k % 2}`, `b${k % 2}`]);
  for (let gap = 1; gap < L; gap *= 2) {
    const from = pair(out.length).map((name) => use(name, L * width));
    const to = pair(out.length + 1).map((name) => use(name, 0, L * width));
    out.push({ name: "one level", uses: [...from, ...to] });
  }
  return out;
}

/**
 * How the pairs of the unfused scan are scanned: level by level, as the kernel does, or by a program that reads each pair once
 * and writes each state once. No kernel does the second: it is the least that a program of its own can move.
 */
export type PairScan = "levels" | "once";

function pairScan(kind: PairScan, L: number, width: number, into: "h" | "g"): Dispatch[] {
  if (kind === "levels") return levels(L, width);
  const all = L * width;
  return [{ name: "scan", uses: [use("a", all), use("b", all), use(into, 0, all)] }];
}

// #region unfused
/** The scan written out pair by pair (kernels/unfused-scan, Hillis–Steele): one plain sequence. */
export function unfusedForward(
  { L, channels, states }: Omit<Sizes, "batch">,
  kind: PairScan = "levels",
): Dispatch[] {
  const width = channels * states;
  const scan = pairScan(kind, L, width, "h");
  const h = scan.at(-1)?.uses.at(-1)!.tensor ?? "b";
  const expand = {
    name: "expand",
    uses: [
      use("u", L * channels),
      use("delta", L * channels),
      use("channel", width),
      use("B", L * states),
      use("a", 0, L * width),
      use("b", 0, L * width),
    ],
  };
  const contract = {
    name: "contract",
    uses: [
      use("u", L * channels),
      use("channel", channels),
      use("C", L * states),
      use(h, L * width),
      use("y", 0, L * channels),
    ],
  };
  return [expand, ...scan, contract];
}
// #endregion

/**
 * Its backward pass as a tensor library would do it from the e^{ΔA} and h that the forward pass kept: the reverse scan written
 * out, then a program for each gradient. There is no such kernel here: a formula for comparison.
 */
export function unfusedBackward(
  { L, channels, states }: Omit<Sizes, "batch">,
  kind: PairScan = "levels",
): Dispatch[] {
  const width = channels * states;
  const [wide, row, near] = [L * width, L * channels, L * states];
  const sum = (name: string, ...uses: Use[]): Dispatch => ({ name, uses });
  const [g, h, a] = [use("g", wide), use("h", wide), use("kept a", wide)];
  const [u, delta, dy] = [use("u", row), use("delta", row), use("dy", row)];
  const [A, B, C] = [use("A", width), use("B", near), use("C", near)];
  return [
    sum("expand", dy, C, a, use("a", 0, wide), use("b", 0, wide)),
    ...pairScan(kind, L, width, "g"),
    sum("du", g, delta, B, dy, use("D", channels), use("du", 0, row)),
    sum("dΔ", g, a, h, A, B, u, use("dΔ", 0, row)),
    sum("dA", g, delta, a, h, use("dA", 0, width)),
    sum("dB", g, delta, u, use("dB", 0, near)),
    sum("dC", dy, h, use("dC", 0, near)),
    sum("dD", dy, u, use("dD", 0, channels)),
  ];
}
