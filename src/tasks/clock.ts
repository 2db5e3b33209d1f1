/** What one round of a measurement lasts at least, in seconds: browsers' clocks are coarse, up to a tenth of a second. */
const ROUND = 0.01;
const ROUNDS = 5;
/** Steps of a clock too coarse for a round that are measured instead, and the runs after which one that stands still is left. */
const STEPS = 4;
const MOST_RUNS = 2 ** 20;
const MOST_WAITS = 400;

/** Seconds on the clock, from some moment on. */
export const now = () => performance.now() / 1000;

/** Seconds that something takes so many times. */
function clocked(job: () => void, times: number): number {
  const began = now();
  for (let k = 0; k < times; k++) job();
  return now() - began;
}

/**
 * Seconds of one run: the median of several rounds, each long enough for a coarse clock, or the mean between steps of the clock
 * where one did not see a round. Pauses between the rounds. 0 where the clock stands still.
 */
export function* timeOf(job: () => void): Generator<undefined, number> {
  let [times, seen] = [1, 0];
  while (seen < ROUND && times < 2 ** 18) {
    seen = clocked(job, times);
    if (seen < ROUND) times = seen > 0.001 ? Math.ceil((times * 1.2 * ROUND) / seen) : times * 8;
    yield;
  }
  const rounds: number[] = [];
  for (let k = 0; k < (seen > 0 ? ROUNDS : 0); k++) {
    rounds.push(clocked(job, times) / times);
    yield;
  }
  if (seen > 0 && rounds.every((seconds) => seconds > 0)) return median(rounds);
  let [seconds, runs] = [0, 0];
  for (let k = 0; k < STEPS; k++) {
    const step = oneStep(job);
    if (!step) return 0;
    seconds += step.seconds;
    runs += step.runs;
    yield;
  }
  return seconds / runs;
}

/** From one step of the clock to the next: how long, and how many runs; undefined where it stands still. */
function oneStep(job: () => void): { seconds: number; runs: number } | undefined {
  const toNext = (from: number): { at: number; runs: number } | undefined => {
    for (let runs = 1; runs <= MOST_RUNS; runs++) {
      job();
      const at = now();
      if (at > from) return { at, runs };
    }
    return undefined;
  };
  const first = toNext(now());
  const second = first && toNext(first.at);
  return second && { seconds: second.at - first.at, runs: second.runs };
}

export const median = (xs: readonly number[]): number =>
  xs.toSorted((x, y) => x - y)[xs.length >> 1] ?? NaN;

/** Seconds until a promise is kept, the median of several times; the mean of more where the clock does not see each. */
export async function waitOf(job: () => Promise<unknown>, times: number): Promise<number> {
  const waits: number[] = [];
  const take = async () => {
    const began = now();
    await job();
    waits.push(now() - began);
  };
  while (waits.length < times) await take();
  if (waits.every((wait) => wait > 0)) return median(waits);
  const seen = () => waits.filter((wait) => wait > 0).length;
  while (seen() < STEPS && waits.length < MOST_WAITS) await take();
  return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
}

/** Runs slices with a pause after each, so that the page stays at hand. */
export async function patiently<T>(slices: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}
