import { count } from "../../numerics/check.ts";
import { type Generator, generator } from "../../numerics/random.ts";
import { type Checkpoint, type Loop, newLoop, type Report } from "../train/loop.ts";
import { type Kind, type Net, newNet } from "./net.ts";
import { forward, learn, newTrace, roomFor } from "./pass.ts";
import { mapsOf } from "./maps.ts";

/** A training on rows of L bits, each 0 or 1 by the toss of a coin; after every bit the parity of all so far is asked for. */
export interface ParityOptions {
  readonly kind: Kind;
  readonly seed: number;
  readonly lr: number;
  readonly L: number;
  readonly steps: number;
}

/** States, units that read them, rows of a step, steps over which the learning rate rises. */
export const parityDefaults = { N: 8, units: 8, batch: 32, warmUp: 50, doubt: 0.2 } as const;

/** Fills a row with what the generator brings next. */
export function fillBits(row: Uint8Array, { uniform }: Generator): void {
  for (let t = 0; t < row.length; t++) row[t] = uniform() < 0.5 ? 0 : 1;
}

/** The parity after each bit: 1 where the number of ones so far is odd. */
export function parities(bits: Uint8Array): Uint8Array {
  let odd = 0;
  return bits.map((bit) => (odd ^= bit));
}

/** A training of the net. */
export interface ParityTrainer extends Loop {
  /** Its weights are those of the moment. */
  readonly net: Net;
}

/** From its beginning, or on from a checkpoint: the same options give the same numbers to the last bit, in every engine. */
export function newParityTrainer(options: ParityOptions, from?: Checkpoint): ParityTrainer {
  const { kind, seed, L } = options;
  const { N, units, batch, warmUp, doubt } = parityDefaults;
  const net = newNet({ kind, N, units }, seed);
  const room = roomFor(net, count("L", L));
  const rows = Array.from({ length: batch }, () => new Uint8Array(L));
  const chance = generator(seed + 1);
  const problem = {
    weights: net.weights.flat,
    gradient: room.slopes.flat,
    draw: () => rows.forEach((row) => fillBits(row, chance)),
    learn: (report: Report) => learn(net, room, rows, doubt, report),
  };
  return Object.assign(newLoop(problem, { ...options, warmUp }, from), { net });
}

/** Windows of the test: up to L, and from each length to twice that, until 16 L; and how many rows each is asked about. */
export const windows = [1, 2, 4, 8, 16] as const;
export const TEST_ROWS = 64;

/** Rows of 16 L bits for the test, the same for all seeds. */
const testRows = (L: number): Uint8Array[] => {
  const chance = generator(4711);
  return Array.from({ length: TEST_ROWS }, () => {
    const row = new Uint8Array(windows.at(-1)! * L);
    fillBits(row, chance);
    return row;
  });
};

/** How many of the answers are asked for in each window. */
export const askedIn = (L: number): number[] =>
  windows.map((w, k) => TEST_ROWS * L * (w - (windows[k - 1] ?? 0)));

/** A test of nets on rows up to sixteen times as long as those of the training: right answers in each window. */
export function newExam(L: number): (net: Net) => number[] {
  const rows = testRows(L);
  const wanted = rows.map(parities);
  let trace: ReturnType<typeof newTrace> | undefined;
  return (net) => {
    trace ??= newTrace(net.sizes, rows[0]!.length);
    mapsOf(net.sizes, net.weights, trace.maps);
    const right = windows.map(() => 0);
    rows.forEach((bits, r) => {
      forward(net, trace!, bits);
      for (let t = 0, k = 0; t < bits.length; t++) {
        while (t >= windows[k]! * L) k++;
        if (trace!.logits[t]! > 0 === (wanted[r]![t] === 1)) right[k]!++;
      }
    });
    return right;
  };
}
