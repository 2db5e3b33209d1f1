/** What a series allows: a back-test, or the reason why not. */
export type Status = "fine" | "empty" | "short" | "constant" | "positive";

/** What has to be known before a first forecast. */
export interface Wanted {
  /** Values that are there. */
  readonly values: number;
  /** Steps, whether there is a value or not. */
  readonly steps: number;
  /** Share of the series that is learnt from. */
  readonly share: number;
  /** Whether its logarithm is taken. */
  readonly log: boolean;
}

/** The step from which the first forecast that counts is made: after the share, but not before enough is known; −1 for never. */
export function firstOrigin(y: Float64Array, { values, steps, share }: Wanted): number {
  let there = 0;
  for (let t = 0; t < y.length; t++) {
    if (!Number.isNaN(y[t])) there++;
    if (there >= values && t + 1 >= steps) return Math.max(t, Math.round(share * y.length) - 1);
  }
  return -1;
}

/** Whether the series can be back-tested from that step on. */
export function statusOf(y: Float64Array, first: number, { log }: Wanted): Status {
  const there = y.filter((x) => !Number.isNaN(x));
  if (there.length === 0) return "empty";
  if (log && there.some((x) => x <= 0)) return "positive";
  if (there.every((x) => x === there[0])) return "constant";
  if (first < 0 || first > y.length - 3) return "short";
  const learnt = y.subarray(0, first + 1).filter((x) => !Number.isNaN(x));
  return learnt.every((x) => x === learnt[0]) ? "constant" : "fine";
}
