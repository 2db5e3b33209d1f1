import type { Run } from "./compute.ts";
import type { Shelf } from "./layout.ts";
import type { Doing, Handover } from "./plan.ts";
import type { Held } from "./task.ts";

/** The share of a time step after which all have arrived and the new numbers are there. */
export const ARRIVED = 0.62;

/** One helper between two time steps. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly doing: Doing;
  /** How far to the side the book at hand is. */
  readonly reach: number;
  readonly held: Held | undefined;
  readonly inbox: Held | undefined;
  /** How far a leg swings, −1 … 1; 0 while standing. */
  readonly swing: number;
}

/** A carry in the air. */
export interface Flight {
  readonly x: number;
  readonly y: number;
  readonly value: Held;
}

const ease = (s: number) => (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2);
const mix = (from: number, to: number, s: number) => from + (to - from) * s;

/** Where all helpers are at a moment, what they hold, and the carries on their way. */
export function posesAt(r: Run, shelf: Shelf, t: number): { poses: Pose[]; flights: Flight[] } {
  const last = r.ticks.length - 1;
  const now = Math.min(last, Math.floor(t));
  const [before, after] = [r.ticks[now]!, r.ticks[Math.min(last, now + 1)]!];
  const phase = now === last ? 0 : t - now;
  const way = ease(Math.min(1, phase / ARRIVED));
  const poses = before.stands.map((old, j): Pose => {
    const next = after.stands[j]!;
    const there = phase >= ARRIVED ? next : old;
    const [x0, x1] = [shelf.stand(old.book), shelf.stand(next.book)];
    const x = mix(x0, x1, way);
    const walking = old.book !== next.book && phase > 0 && phase < ARRIVED;
    return {
      x,
      y: mix(shelf.floor(old.book), shelf.floor(next.book), way),
      doing: phase > 0 ? next.doing : old.doing,
      reach: mix(shelf.x(old.book), shelf.x(next.book), way) - x,
      held: there.held,
      inbox: there.inbox,
      swing: walking ? Math.sin((phase / ARRIVED) * 4 * Math.PI) : 0,
    };
  });
  const flying = phase > 0 && phase < ARRIVED ? after.handovers : [];
  return { poses, flights: flying.map((h) => flightOf(h, poses, way)) };
}

function flightOf({ from, to, value }: Handover, poses: readonly Pose[], way: number): Flight {
  const [giver, taker] = [poses[from]!, poses[to]!];
  const arc = giver.y === taker.y ? 14 * Math.sin(Math.PI * way) : 0;
  return { x: mix(giver.x, taker.x, way), y: mix(giver.y, taker.y, way) - arc, value };
}
