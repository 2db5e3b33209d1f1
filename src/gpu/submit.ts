import type { Step, Work } from "./work.ts";

/** Steps that may not be parted from each other, planned to stay well under 50 ms. */
export type Piece = readonly Step[];

/** What one submit aims at, in seconds: Windows resets a device that is silent for long. */
export const SUBMIT = 0.025;

/** Runs the steps in one submit and returns the seconds it took: by the GPU's clock where there is one. */
export async function submit(work: Work, steps: Piece, repeat = 1): Promise<number> {
  const { handle, about } = work.device;
  const clock = about.timestamps ? work.clock() : undefined;
  const encoder = handle.createCommandEncoder();
  encode(encoder, steps, repeat, clock?.set);
  if (clock) encoder.resolveQuerySet(clock.set, 0, 2, clock.ticks, 0);
  const began = performance.now();
  handle.queue.submit([encoder.finish()]);
  await handle.queue.onSubmittedWorkDone();
  const wall = (performance.now() - began) / 1000;
  if (!clock) return wall;
  const [from, to] = new BigUint64Array((await work.read(clock.ticks, 4)).buffer);
  const seconds = Number(to! - from!) * 1e-9;
  return seconds > 0 && seconds <= wall ? seconds : wall; // some drivers' clocks stand still or jump
}

/** Dispatches that follow each other share a pass; a copy ends it. The first and the last pass note the time. */
function encode(
  encoder: GPUCommandEncoder,
  steps: Piece,
  repeat: number,
  set: GPUQuerySet | undefined,
): void {
  const all = Array.from({ length: repeat }, () => steps).flat();
  const lastDispatch = all.findLastIndex((step) => "pipeline" in step);
  let pass: GPUComputePassEncoder | undefined;
  let noted = false;
  all.forEach((step, i) => {
    if (!("pipeline" in step)) {
      pass?.end();
      pass = undefined;
      const { from, to, fromFloat = 0, toFloat = 0, floats } = step;
      encoder.copyBufferToBuffer(from, fromFloat * 4, to, toFloat * 4, floats * 4);
      return;
    }
    if (!pass) {
      const closes = all.slice(i, lastDispatch).every((s) => "pipeline" in s);
      const stamps: GPUComputePassTimestampWrites | undefined = set && {
        querySet: set,
        ...(!noted && { beginningOfPassWriteIndex: 0 }),
        ...(closes && { endOfPassWriteIndex: 1 }),
      };
      pass = encoder.beginComputePass(
        stamps && (!noted || closes) ? { timestampWrites: stamps } : {},
      );
      noted = true;
    }
    pass.setPipeline(step.pipeline);
    pass.setBindGroup(0, step.bindings);
    pass.dispatchWorkgroups(...step.groups);
  });
  pass?.end();
}

/** Units of work a second (state updates, in the scans) that any device is trusted with before it was measured. */
const CAUTION = 1.6e8;

/**
 * Runs the first piece of ever bolder plans until the pieces are as long as a submit should be. `plan` cuts the work for a
 * pace in units a second into pieces that take about equally long; `units` is all of it.
 */
export async function settle(
  work: Work,
  plan: (pace: number) => Promise<Piece[]>,
  units: number,
): Promise<Piece[]> {
  let pace = CAUTION;
  for (;;) {
    const now = await plan(pace);
    if (now.length === 1) return now;
    const seconds = await submit(work, now[0]!);
    const seen = units / now.length / seconds;
    if (seen < 2 * pace) return now;
    pace = Math.min(seen, 8 * pace);
  }
}

/** How a time was taken. */
export interface Timing {
  /** Seconds of one run: the median of the rounds. */
  readonly seconds: number;
  /** Runs that went into it. */
  readonly runs: number;
}

/** Seconds of work after which a card that had nothing to do runs at its full clock, and one that was just busy. */
const WARM_UP = { idle: 0.5, busy: 0.05 } as const;

/** Rounds after which a clock that stands still is no longer waited for. */
const MOST_ROUNDS = 5000;

/**
 * Times one run of all pieces. Short runs are repeated inside a submit, so that a coarse clock does not show; long ones
 * are spread over several submits. A card left idle lowers its clock to a fifth, so it is worked warm first.
 */
export async function measure(
  work: Work,
  pieces: readonly Piece[],
  rounds = 5,
  atMost = 1,
): Promise<Timing> {
  const { device } = work;
  const idle = performance.now() - device.busyUntil > 1000;
  const single: number[] = [];
  for (const piece of pieces) single.push(await submit(work, piece));
  let once = single.reduce((sum, s) => sum + s, 0);
  let spent = once;
  let all = once;
  let runs = 1;
  const round = async (): Promise<number> => {
    const repeat = Math.min(2000, Math.max(1, Math.floor(SUBMIT / once)));
    let seconds = 0;
    for (const part of parts(pieces, single)) seconds += await submit(work, part, repeat);
    spent += seconds;
    all += seconds;
    runs += repeat;
    once = seconds / repeat;
    device.busyUntil = performance.now();
    return once;
  };
  for (let k = 0; k < MOST_ROUNDS && spent < (idle ? WARM_UP.idle : WARM_UP.busy); k++)
    await round();
  spent = 0;
  const times: number[] = [];
  for (let k = 0; k < rounds; k++) {
    if (spent + once > atMost) break;
    times.push(await round());
  }
  // A clock too coarse to see a round has seen some of them: then the mean of all.
  const seconds = times.toSorted((x, y) => x - y)[times.length >> 1] || once || all / runs;
  return { seconds, runs };
}

/** Joins pieces into submits of about the planned length. */
function* parts(pieces: readonly Piece[], seconds: readonly number[]): Generator<Piece> {
  let steps: Step[] = [];
  let sum = 0;
  for (const [i, piece] of pieces.entries()) {
    if (steps.length > 0 && sum + seconds[i]! > SUBMIT) {
      yield steps;
      steps = [];
      sum = 0;
    }
    steps.push(...piece);
    sum += seconds[i]!;
  }
  yield steps;
}
