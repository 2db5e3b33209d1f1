/** Settings that one can go back to: the last so many. */
const MOST = 100;

/** What was set, one setting after the other, for going back and forth. */
export interface History<V> {
  /** A setting is left for another. While one thing is held (`by`), only the first of its moves counts. */
  leave(values: V, by: unknown): void;
  /** The setting before the present one, or the one gone back from; undefined where there is none. */
  go(way: "back" | "forth", now: V): V | undefined;
  /** How many there are that way. */
  left(way: "back" | "forth"): number;
  forget(): void;
}

/** An empty history. */
export function openHistory<V>(): History<V> {
  const ways: Record<"back" | "forth", V[]> = { back: [], forth: [] };
  let held: unknown;
  return {
    leave(values, by) {
      if (by === undefined || by !== held) ways.back.push(values);
      if (ways.back.length > MOST) ways.back.shift();
      held = by;
      ways.forth = [];
    },
    go(way, now) {
      const found = ways[way].pop();
      if (found !== undefined) ways[way === "back" ? "forth" : "back"].push(now);
      held = undefined;
      return found;
    },
    left: (way) => ways[way].length,
    forget() {
      [ways.back, ways.forth, held] = [[], [], undefined];
    },
  };
}
