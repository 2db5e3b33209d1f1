import { Refusal } from "../../src/kit/task.ts";

export interface Sum {
  readonly gain: number;
  readonly total?: number;
  readonly gained?: number;
}
export interface Setting {
  readonly n: number;
  readonly gain: number;
}

/** Adds 1 … n, one a slice; refuses 7 and breaks at 13. */
export function* run({
  n,
}: Setting): Generator<{ done: number; product?: Partial<Sum> }, Partial<Sum>> {
  let total = 0;
  for (let k = 1; k <= n; k++) {
    if (k === 7) throw new Refusal("seven");
    if (k === 13) throw new RangeError("thirteen");
    total += k;
    yield { done: k / n, product: { total } };
  }
  return { total };
}
