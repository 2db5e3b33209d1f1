import type { Doing, Timetable } from "../../models/recipe.ts";

/** Where everything is at a moment. */
export interface Stand {
  /** Steps that each dish has behind it, with the share of the present one. */
  readonly done: Float64Array;
  /** What the cook is doing; nothing once all is done. */
  readonly doing: Doing | undefined;
  /** How far that is, 0 … 1. */
  readonly share: number;
  /** Walks begun so far. */
  readonly walks: number;
}

/** The moment `clock` of a timetable. A dish cooked once by a mixed spice has all steps at once: `each` of them. */
export function standAt(
  { doings, total }: Timetable,
  dishes: number,
  clock: number,
  each = 1,
): Stand {
  const done = new Float64Array(dishes);
  let walks = 0;
  for (const doing of doings) {
    const { from, to, dish } = doing;
    if (clock >= total || clock >= to) {
      if (dish === undefined) walks++;
      else done[dish]! += each;
      continue;
    }
    const share = (clock - from) / (to - from);
    if (dish === undefined) return { done, doing, share, walks: walks + Number(share > 0) };
    done[dish]! += share * each;
    return { done, doing, share, walks };
  }
  return { done, doing: undefined, share: 0, walks };
}

/** Dishes with all steps behind them that have been put back, or are on their way. */
export const finished = ({ done }: Stand, steps: number): number =>
  done.filter((k) => k >= steps - 1e-9).length;

/** Times that a pot has been stirred, the present one with them once it has begun. */
export const stirs = ({ doings }: Timetable, { doing, share }: Stand): number =>
  doings.filter(
    ({ kind, from }) =>
      kind === "cook" && (!doing || from < doing.from || (from === doing.from && share > 0)),
  ).length;
