import type { Run } from "./compute.ts";
import type { Hand, Row } from "./walks.ts";

/** The share of a step after which what is read has arrived, and what is made of it is there. */
const ARRIVED = 0.62;

/** Which dispatch runs or ran last, which of its steps, and of how many; 0 before the first. */
export function stepAt({ steps }: Run, t: number) {
  const s = Math.min(steps.length, Math.ceil(t));
  const dispatch = s === 0 ? 0 : steps[s - 1]!.dispatch;
  const first = steps.findIndex((x) => x.dispatch === dispatch);
  const of = steps.filter((x) => x.dispatch === dispatch).length;
  return { s, dispatch, k: s === 0 ? 0 : s - first, of };
}

/** Steps whose numbers are there. */
export const arrived = (t: number): number => Math.floor(t) + (t % 1 >= ARRIVED ? 1 : 0);

/** What the memory holds: the inputs from the start, the rest once it was written. */
export function memoryAt({ delta, u, steps }: Run, t: number): Record<Row, (number | undefined)[]> {
  const rows = {
    delta: [...delta],
    u: [...u],
    state: [] as number[],
    time: [] as number[],
    y: [] as number[],
  };
  for (const { moves } of steps.slice(0, arrived(t)))
    for (const { row, at, way, value } of moves) if (way === "write") rows[row][at] = value;
  return rows;
}

/** What the workgroups of the present dispatch have at hand; K3's have nothing before they have read. */
export function handsAt(r: Run, t: number): readonly (Hand | undefined)[] {
  const { steps } = r;
  const { s } = stepAt(r, t);
  const now = steps[Math.max(0, s - 1)]!;
  const there = steps[arrived(t) - 1];
  if (there?.dispatch === now.dispatch) return there.hands;
  return now.hands.map(({ sum }) => {
    if (now.dispatch === 3) return undefined;
    return sum === undefined ? { h: 0 } : { h: 0, sum: 0 };
  });
}
