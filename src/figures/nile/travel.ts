import { still } from "../../kit/still.ts";
import type { Pair } from "./compute.ts";

/** Milliseconds from one point of the search to the next, and at most for the whole way. */
const STEP = 220;
const LONGEST = 3200;

const mix = (a: number, b: number, s: number) => a * (b / a) ** s;

/** Walks the reader's pair along the way of a search, until its end or until told to stop. */
export function traveller(go: (at: Pair) => void) {
  let frame = 0;
  let last: Pair | undefined;
  const move = (at: Pair) => go((last = round(at)));
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    last = undefined;
  };
  return {
    start(path: readonly Pair[]): void {
      stop();
      const end = path.at(-1)!;
      if (still()) return go(end);
      const time = Math.min(LONGEST, STEP * (path.length - 1));
      let begun: number | undefined;
      const tick = (now: number) => {
        begun ??= now;
        const s = ((now - begun) / time) * (path.length - 1);
        const k = Math.floor(s);
        const [a, b] = [path[k], path[k + 1]];
        if (!a || !b || time === 0) {
          stop();
          return go(end);
        }
        frame = requestAnimationFrame(tick);
        const share = (s - k) ** 2 * (3 - 2 * (s - k));
        return move({ noise: mix(a.noise, b.noise, share), walk: mix(a.walk, b.walk, share) });
      };
      frame = requestAnimationFrame(tick);
    },
    /** Ends the walk when somebody else has moved the pair. */
    meet({ noise, walk }: Pair): void {
      if (last && (last.noise !== noise || last.walk !== walk)) stop();
    },
    stop,
  };
}

const round = ({ noise, walk }: Pair): Pair => ({
  noise: Math.round(noise * 10) / 10,
  walk: Math.round(walk * 10) / 10,
});
