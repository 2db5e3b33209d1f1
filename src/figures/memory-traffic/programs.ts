import type { Operations } from "../../gpu/operations.ts";
import type { Dispatch } from "../../gpu/traffic.ts";
import type { Setting } from "./params.ts";
import { drawnAs, type TensorId, type Way } from "./tensors.ts";

/** What a program brings from a tensor and takes to it, in bytes. */
export interface Move {
  readonly tensor: TensorId;
  readonly read: number;
  readonly written: number;
}

/** One step of the picture: a dispatch, or several of the same kind that follow each other. */
export interface Program {
  readonly name: ProgramName;
  /** Dispatches that it stands for. */
  readonly times: number;
  readonly moves: readonly Move[];
  readonly bytes: number;
  readonly flops: number;
  readonly exps: number;
}

/** The engine's names, and the phrases that say what each does. */
const names = {
  expand: "expand",
  scan: "scanOnce",
  "one level": "scanLevels",
  contract: "contract",
  du: "du",
  dΔ: "dDelta",
  dA: "dA",
  dB: "dB",
  dC: "dC",
  dD: "dD",
  "K1 summary": "reduce",
  "K2 carry": "carry",
  "K3 output": "output",
  "B1 adjoint summary": "adjoint",
  "B3 gradients": "gradients",
  "sums of rows": "sums",
} as const;
export type ProgramName = (typeof names)[keyof typeof names] | "expandBack" | "scanBack";

function nameOf(name: string, pass: Setting["pass"]): ProgramName {
  if (pass === "backward" && name === "expand") return "expandBack";
  const known = names[name as keyof typeof names];
  return pass === "backward" && known === "scanOnce" ? "scanBack" : known;
}

/** The dispatches as steps: equal neighbours are one, and each tensor of the engine is told as the block it is drawn as. */
export function programsOf(
  way: Way,
  pass: Setting["pass"],
  dispatches: readonly Dispatch[],
  operations: readonly Operations[],
): Program[] {
  const out: { dispatches: Dispatch[]; flops: number; exps: number }[] = [];
  dispatches.forEach((dispatch, k) => {
    const { flops, exps } = operations[k]!;
    const last = out.at(-1);
    if (last?.dispatches[0]!.name === dispatch.name) {
      last.dispatches.push(dispatch);
      last.flops += flops;
      last.exps += exps;
    } else out.push({ dispatches: [dispatch], flops, exps });
  });
  return out.map(({ dispatches: same, flops, exps }) => {
    const moves = movesOf(way, pass, same);
    return {
      name: nameOf(same[0]!.name, pass),
      times: same.length,
      moves,
      bytes: moves.reduce((sum, { read, written }) => sum + read + written, 0),
      flops,
      exps,
    };
  });
}

function movesOf(way: Way, pass: Setting["pass"], dispatches: readonly Dispatch[]): Move[] {
  const all = new Map<TensorId, Move>();
  for (const { tensor, read, written } of dispatches.flatMap(({ uses }) => uses)) {
    const id = drawnAs(way, pass, tensor);
    const had = all.get(id) ?? { tensor: id, read: 0, written: 0 };
    all.set(id, { tensor: id, read: had.read + read, written: had.written + written });
  }
  return [...all.values()];
}
