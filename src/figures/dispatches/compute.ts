import { keeping } from "../../kit/keeping.ts";
import { layoutFor } from "../../gpu/kernels/selective-scan/layout.ts";
import { fusedShapes, type Shape } from "../../gpu/shape.ts";
import { bytesOf, fusedForward, type Dispatch } from "../../gpu/traffic.ts";
import { scanCost } from "../../numerics/scanCost.ts";
import { inForce, type Setting } from "./params.ts";
import { walks, type Step } from "./walks.ts";

/** One dispatch of the engine: how it is shared out, and what it reads and writes. */
export interface Counted extends Shape {
  readonly bytes: { readonly read: number; readonly written: number };
}

/** Steps in a row for a chunk of c tokens: in all, and of them in K2. */
export interface Chain {
  readonly c: number;
  readonly all: number;
  readonly carry: number;
}

export interface Run {
  /** The setting as it counts. */
  readonly at: Setting;
  readonly delta: readonly number[];
  readonly u: readonly number[];
  readonly chunks: number;
  readonly steps: readonly Step[];
  /** The recurrence, one token after the other. */
  readonly y: readonly number[];
  /** The layer's dispatches, and their formulas. */
  readonly counted: readonly Counted[];
  readonly traffic: readonly Dispatch[];
  /** The layer's chain for many chunks, and the chunk that the engine takes. */
  readonly chains: readonly Chain[];
  readonly engine: number;
  /** Levels of Blelloch's tree over what is shown. */
  readonly tree: number;
}

const sizesOf = ({ L, D, N }: Pick<Setting, "L" | "D" | "N">) => ({
  batch: 1,
  L,
  channels: D,
  states: N,
});

type Sizes = ReturnType<typeof sizesOf>;

function shapesFor(sizes: Sizes, chunk: number): Shape[] {
  return fusedShapes(sizes, layoutFor(sizes, {}, { chunk }));
}

const sum = (shapes: readonly Shape[]) => shapes.reduce((n, { steps }) => n + steps, 0);

/** The chain for a chunk: the steps of the busiest thread of each dispatch, one dispatch after the other. */
export function chainOf(sizes: Sizes, c: number): Chain {
  const shapes = shapesFor(sizes, c);
  return { c, all: sum(shapes), carry: shapes[1]?.steps ?? 0 };
}

const chains = keeping((L: number, D: number, N: number): Chain[] => {
  const sizes = sizesOf({ L, D, N });
  const out: Chain[] = [];
  for (let c = 8; c < L; c *= 2) out.push(chainOf(sizes, c));
  return [...out, chainOf(sizes, L)];
});

function layer({ L, D, N, chunk }: Setting) {
  const sizes = sizesOf({ L, D, N });
  const c = Math.min(chunk, L);
  const traffic = fusedForward(sizes, c);
  const counted = shapesFor(sizes, c).map((shape, k) => {
    return { ...shape, bytes: bytesOf([traffic[k]!]) };
  });
  return { traffic, counted, chains: chains(L, D, N), engine: layoutFor(sizes, {}, {}).chunk };
}

/** What the steps of the small scan and of the layer are; nothing runs on a card. */
export function run(given: Setting): Run {
  const v = inForce(given);
  const [delta, u] = v.tokens as [readonly number[], readonly number[]];
  let h = 0;
  const y = delta.map((d, t) => (h = Math.exp(-Math.LN2 * d) * h + d * u[t]!));
  return {
    at: v,
    delta,
    u,
    y,
    chunks: Math.ceil(delta.length / v.c),
    steps: walks({ delta, u }, v.c),
    ...layer(v),
    tree: scanCost("blellochInclusive", v.show === "numbers" ? delta.length : v.L).depth,
  };
}
