import { isWrong, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Whoever shares the work and passes the carry on, or waits for it, gets what one helper alone gets. */
export const sameResults = (r: Run): boolean =>
  r.way === "apart" || r.written.every((_, i) => !isWrong(r, i));

/** What may be shared out may be joined from either side. */
export const joinsEitherWay = ({ left, right }: Run, { task }: Setting): boolean =>
  task === "tanh" ||
  task === "each" ||
  Math.abs(left - right) <= 1e-12 * Math.max(1, Math.abs(left));

export const costIsFormula = ({ counted, formula }: Run): boolean =>
  counted.work === formula.work && counted.depth === formula.depth;

/** In one time step a helper does one join at most, and never stands at two books. */
export function oneAtATime({ ticks, used }: Run): boolean {
  return ticks.every(({ stands, work }, k) => {
    const busy = stands.filter((x) => x.doing !== "wait" && x.doing !== "done").length;
    return stands.length === used && work <= busy && (k > 0 || work === 0);
  });
}

/** A carry is handed over only when it is known, and goes to the next helper only. */
export const handedOn = ({ ticks, used, way }: Run): boolean => {
  const all = ticks.flatMap((x) => x.handovers);
  const needed = way === "shared" || way === "waiting" ? used - 1 : 0;
  return all.length === needed && all.every((x, i) => x.from === i && x.to === i + 1);
};

/** k helpers are never more than k times as fast; what waits for a state gains nothing. */
export function fairSpeed({ counted, alone, used, way }: Run): boolean {
  if (way === "waiting") return counted.depth === alone.depth && counted.work === alone.work;
  // Who passes no carry on saves its joins too, and is not held against the honest ones.
  return way === "apart" || alone.depth <= used * counted.depth;
}

/** Each book is written once, not before the ones before it on its helper's stretch. */
export function writtenInOrder({ when, chunk, counted }: Run, { n }: Setting): boolean {
  return (
    when.length === n &&
    when.every((tick, i) => tick <= counted.depth && (i % chunk === 0 || tick > when[i - 1]!))
  );
}
