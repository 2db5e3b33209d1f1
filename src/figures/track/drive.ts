import { firstOf, ownPath, pointsOf, type Path } from "./path.ts";

/** Milliseconds of a step while the reader steers; how far the target goes in one, by pointer and by key. */
const TICK = 50;
const FASTEST = 0.9;
const BY_KEY = 0.25;

/** Page keys, Home and End are quick arrows. */
export const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 3],
  PageDown: [0, -3],
  Home: [-3, 0],
  End: [3, 0],
};

export interface Wheel {
  /** The path and the playhead as last drawn. */
  now(): { path: Path; t: number };
  /** The path as steered so far, its last point the present one. */
  take(path: Path): void;
}

/** Where the pointer wants the target, and the arrow keys that are held. */
export interface Wish {
  goal: readonly [number, number] | undefined;
  readonly held: Set<string>;
  quick: boolean;
}

/** Where the target is one step later: after the pointer, the closer the slower, or by the held keys. */
export function nextPlace(x: number, y: number, { goal, held, quick }: Wish): [number, number] {
  let [dx, dy] = [0, 0];
  if (goal) {
    [dx, dy] = [goal[0] - x, goal[1] - y];
    const far = Math.hypot(dx, dy);
    const part = far === 0 ? 0 : Math.min(0.35, FASTEST / far);
    [dx, dy] = [dx * part, dy * part];
  }
  for (const key of held) {
    dx += arrows[key]![0] * BY_KEY * (quick ? 3 : 1);
    dy += arrows[key]![1] * BY_KEY * (quick ? 3 : 1);
  }
  return [x + dx, y + dy];
}

/** An own path one step longer than what it begins with: a path up to step t. */
export function walkOn(path: Path, t: number, wish: Wish): Path & { kind: "own" } {
  const before = pointsOf(path).subarray(0, 2 * (Math.floor(t) + 1));
  const place = nextPlace(before.at(-2)!, before.at(-1)!, wish);
  return ownPath(Float64Array.of(...before, ...place), firstOf(path));
}

/**
 * Time while the reader steers: a step every `TICK` ms as long as there is something to follow. Steering takes over where
 * the playhead is; what came after is replaced.
 */
export function driver(wheel: Wheel) {
  const wish: Wish = { goal: undefined, held: new Set(), quick: false };
  let frame = 0;
  let passed = 0;
  let then: number | undefined;
  // What is drawn may be a frame behind: the path under way is kept here.
  let way: Path | undefined;
  const step = () => {
    const from = way ? { path: way, t: Infinity } : wheel.now();
    way = walkOn(from.path, from.t, wish);
  };
  const tick = (now: number) => {
    passed += Math.min(200, now - (then ?? now));
    then = now;
    const due = passed >= TICK;
    for (; passed >= TICK; passed -= TICK) step();
    if (due) wheel.take(way!);
    const on = wish.goal !== undefined || wish.held.size > 0;
    frame = on ? requestAnimationFrame(tick) : 0;
    if (!on) way = undefined;
  };
  return {
    wish,
    /** Time runs on; `tap` makes the first step at once. */
    go(tap: boolean) {
      if (tap) {
        step();
        wheel.take(way!);
      }
      if (frame !== 0) return;
      [passed, then] = [0, undefined];
      frame = requestAnimationFrame(tick);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
