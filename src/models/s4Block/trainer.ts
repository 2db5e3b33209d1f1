import { count, positive } from "../../numerics/check.ts";
import { generator } from "../../numerics/random.ts";
import { type Checkpoint, type Loop, newLoop, type Report } from "../train/loop.ts";
import { type Beginning, type Net, newNet, type Sizes, slow } from "./net.ts";
import { learn, roomFor } from "./pass.ts";
import { fillSigns } from "./rows.ts";

/** A training on rows of random bits: at every step the bit of `lag` steps ago is asked for. */
export interface BlockOptions extends Sizes {
  readonly beginning: Beginning;
  readonly lag: number;
  readonly seed: number;
  readonly lr: number;
  /** The most at which Δ and the poles learn. */
  readonly most: number;
  readonly steps: number;
}

/** Rows of a step, answers of a row, steps over which the learning rate rises. */
export const blockDefaults = { batch: 8, answers: 64, warmUp: 20 } as const;

/** A training of the block. */
export interface BlockTrainer extends Loop {
  /** Its weights are those of the moment. */
  readonly net: Net;
}

/** From its beginning, or on from a checkpoint: the same options give the same numbers to the last bit, in every engine. */
export function newBlockTrainer(options: BlockOptions, from?: Checkpoint): BlockTrainer {
  const { beginning, lag, seed, lr, most } = options;
  const { batch, answers, warmUp } = blockDefaults;
  const net = newNet(options, beginning, seed);
  const L = count("lag", lag) + answers;
  const room = roomFor(net, L);
  const rows = Array.from({ length: batch }, () => new Int8Array(L));
  const chance = generator(seed + 1);
  const own = Math.min(1, positive("most", most) / lr);
  const problem = {
    weights: net.weights.flat,
    gradient: room.slopes.flat,
    rates: Float64Array.from(slow(options), (is) => (is ? own : 1)),
    draw: () => rows.forEach((row) => fillSigns(row, chance)),
    learn: (report: Report) => learn(net, room, rows, lag, report),
  };
  return Object.assign(newLoop(problem, { ...options, warmUp }, from), { net });
}
