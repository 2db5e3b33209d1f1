/** What one round of a measurement lasts at least, in seconds: browsers' clocks are coarse, up to a millisecond. */
const ROUND = 0.01;
const ROUNDS = 5;

/** Seconds that something takes once. */
export function clocked(job: () => void, times = 1): number {
  const began = performance.now();
  for (let k = 0; k < times; k++) job();
  return (performance.now() - began) / 1000;
}

/** Seconds of one run: the median of several rounds, each long enough for a coarse clock. Pauses between the rounds. */
export function* timeOf(job: () => void): Generator<undefined, number> {
  let times = 1;
  for (;;) {
    const seconds = clocked(job, times);
    if (seconds >= ROUND || times >= 2 ** 20) break;
    times = seconds > 0.001 ? Math.ceil((times * 1.2 * ROUND) / seconds) : times * 8;
    yield;
  }
  const rounds: number[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    rounds.push(clocked(job, times) / times);
    yield;
  }
  return median(rounds);
}

export const median = (xs: readonly number[]): number =>
  xs.toSorted((x, y) => x - y)[xs.length >> 1] ?? NaN;

/** Seconds until a promise is kept, the median of several times. */
export async function waitOf(job: () => Promise<unknown>, times: number): Promise<number> {
  const waits: number[] = [];
  for (let k = 0; k < times; k++) {
    const began = performance.now();
    await job();
    waits.push((performance.now() - began) / 1000);
  }
  return median(waits);
}

/** Runs slices with a pause after each, so that the page stays at hand. */
export async function patiently<T>(slices: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}
