import type { DeviceDescription } from "../../gpu/device.ts";
import { pairChunk } from "../../gpu/kernels/pair-scan/scan.ts";
import type { Shader } from "../../gpu/pairs.ts";
import type { Absence } from "../../gpu/problem.ts";
import { scanCost, type ScanCost } from "../../numerics/scanCost.ts";
import { pairStates } from "../../numerics/scanPairs.ts";
import { cardCost } from "./cardCost.ts";
import { firstPairs } from "./data.ts";
import { groups, methods, type CardMethod, type Method } from "./methods.ts";
import type { Setting } from "./params.ts";

/** One method at one size. */
export interface Measured {
  readonly method: Method;
  readonly L: number;
  /** Seconds of the scan where its data lie, and with the way there and back. */
  readonly seconds: number;
  readonly away: number;
  /** Against Float64, relative. */
  readonly error: number;
}

/** Why a method goes no further than it went. */
export type Stop = "long" | "slow" | "unsaid";

/** The plan of the experiment, and what has been measured so far. */
export interface Run {
  readonly sizes: readonly number[];
  /** Joins of one series (work) and joins that wait for each other (depth), by formula, for each size. */
  readonly cost: Readonly<Record<Method, readonly ScanCost[]>>;
  /** The first pairs of the first series, and the state they lead to. */
  readonly first: { readonly a: Float64Array; readonly b: Float64Array };
  readonly state: number;
  /** From here on only once it has been run. */
  readonly measured?: readonly Measured[];
  readonly device?: DeviceDescription | undefined;
  /** Why there is no graphics card, or no longer. */
  readonly absence?: Absence | undefined;
  /** Processor cores, as the browser tells. */
  readonly cores?: number;
  readonly stopped?: Readonly<Partial<Record<Method, Stop>>>;
  /** The WGSL that ran. */
  readonly shaders?: Readonly<Partial<Record<CardMethod, readonly Shader[]>>>;
}

/** The shortest row, as a power of two; the most pairs in all; how many are scanned without being asked. */
export const LEAST = 8;
export const MOST_PAIRS = 2 ** 22;
export const FIRST = 1024;

/** Rows from 2⁸ on, as far as was asked and as the pairs of all series stay below four million. */
export const sizesOf = ({ most, D }: Pick<Setting, "most" | "D">): number[] =>
  Array.from({ length: most - LEAST + 1 }, (_, k) => 2 ** (LEAST + k)).filter(
    (L) => L * D <= MOST_PAIRS,
  );

export const chunkOf = ({ chunk }: Pick<Setting, "chunk">, L: number): number =>
  chunk === "auto" ? pairChunk(L) : Number(chunk);

/** The methods in the picture: those shown, and the one in focus. */
export const shownOf = ({ show, method }: Setting): readonly Method[] =>
  methods.filter((m) => m === method || (groups[show] as readonly Method[]).includes(m));

function costOf(method: Method, v: Setting, L: number): ScanCost {
  switch (method) {
    case "one":
    case "loop":
      return scanCost("sequential", L);
    case "chunks":
      return cardCost(L, chunkOf(v, L), v.D);
    case "helpers":
      return scanCost("chunked", L, Math.ceil(L / v.helpers));
    case "hillis":
      return scanCost("hillisSteele", L);
    case "blelloch":
      return scanCost("blellochInclusive", L);
  }
}

const forEach = <T>(of: (method: Method) => T): Record<Method, T> => ({
  one: of("one"),
  chunks: of("chunks"),
  hillis: of("hillis"),
  blelloch: of("blelloch"),
  loop: of("loop"),
  helpers: of("helpers"),
});

/** The plan: sizes, what each method will have to do, and a first small scan. */
export function plan(v: Setting): Run {
  const sizes = sizesOf(v);
  const first = firstPairs(v.seed, FIRST);
  return {
    sizes,
    cost: forEach((m) => sizes.map((L) => costOf(m, v, L))),
    first,
    state: pairStates(first.a, first.b).at(-1)!,
  };
}
