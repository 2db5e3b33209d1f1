/** What is timed. `ours` and `peer` do the same work on the same input, once a call. */
export interface Comparison {
  ours: () => unknown;
  peer: () => unknown;
  peerName: string;
  /** The least ratio peer time / our time the project aims at. */
  aim: number;
  /** Rounds of one measurement each; the default suits calls of up to about 20 ms. */
  rounds?: number;
  /** Calls of the peer to a measurement, where the default (as many as fill 4 ms) does not suit. */
  peerCalls?: number;
}

let sink: unknown;

/**
 * Times both sides interleaved, round by round, so that a busy machine slows both alike, and prints the medians, their
 * ratio and the aim. Asserts nothing: returns the ratio.
 */
export function compare(name: string, task: Comparison): number {
  const rounds = task.rounds ?? 41;
  const callsOurs = calibrate(task.ours);
  const callsPeer = task.peerCalls ?? calibrate(task.peer);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(time(task.ours, callsOurs));
    peer.push(time(task.peer, callsPeer));
  }
  const [a, b] = [median(ours), median(peer)];
  const ratio = b / a;
  const verdict = ratio >= task.aim ? "met" : "MISSED";
  console.log(
    `${name}: ours ${show(a)}, ${task.peerName} ${show(b)}, ratio ${ratio.toPrecision(3)} (aim ${task.aim}: ${verdict})`,
  );
  return ratio;
}

/** Times one function alone and prints `rate(seconds per call)` beside the aim, for work without a peer. */
export function measure(
  name: string,
  work: () => unknown,
  rate: { of: (seconds: number) => number; unit: string; aim: number },
): number {
  const calls = calibrate(work);
  const times = Array.from({ length: 41 }, () => time(work, calls));
  const value = rate.of(median(times));
  const verdict = value >= rate.aim ? "met" : "MISSED";
  console.log(
    `${name}: ${show(median(times))}, ${value.toPrecision(3)} ${rate.unit} (aim ${rate.aim}: ${verdict})`,
  );
  return value;
}

/** Warms up for 200 ms or at least 3 calls, then finds how many calls fill about 4 ms. */
function calibrate(work: () => unknown): number {
  const start = performance.now();
  let calls = 0;
  while (calls < 3 || performance.now() - start < 200) {
    sink = work();
    calls++;
    if (performance.now() - start > 4000) break;
  }
  return Math.max(1, Math.round(4e-3 / time(work, Math.max(1, Math.min(calls, 10)))));
}

/** Seconds per call. */
function time(work: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) sink = work();
  return (performance.now() - start) / calls / 1000;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function show(seconds: number): string {
  if (seconds < 1e-6) return `${(seconds * 1e9).toPrecision(3)} ns`;
  if (seconds < 1e-3) return `${(seconds * 1e6).toPrecision(3)} µs`;
  return `${(seconds * 1e3).toPrecision(3)} ms`;
}

/** @public Keeps the last result alive, so that no compiler may drop the work. */
export function lastResult(): unknown {
  return sink;
}
