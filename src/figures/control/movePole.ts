import type { Setting } from "./params.ts";

const MOST = 1.2;
/** Four digits: what a link carries. */
const tidy = (x: number) => +Math.max(-MOST, Math.min(MOST, x)).toPrecision(4) || 0;

/**
 * Moves the tank's one pole along the axis, or the pole with number k of the cart's two pairs: off the real axis its mirror image goes along, on it the other one of
 * its pair stays where it is. Of two real poles of a pair, the even number is the right one.
 */
export function mover(k: number, values: () => Setting, set: (patch: Partial<Setting>) => void) {
  const pair = k >> 1;
  const side = k % 2 === 0 ? 1 : -1;
  const now = () => values().poles[pair] as readonly [middle: number, half: number];
  const put = (middle: number, half: number) =>
    set({ poles: values().poles.map((row, i) => (i === pair ? [tidy(middle), tidy(half)] : row)) });
  const real = (re: number, other: number) => put((re + other) / 2, -Math.abs(re - other) / 2);
  const alone = () => values().plant === "heater";
  let other: number | undefined;
  return {
    begin() {
      const [middle, half] = now();
      other = half <= 0 ? middle + side * half : undefined;
    },
    /** To a place in the plane; nearer to the axis than `snap`, onto it. */
    place(re: number, im: number, snap: number) {
      if (alone()) return set({ pole: tidy(re) });
      if (Math.abs(im) < snap) return real(re, (other ??= re));
      other = undefined;
      return put(re, Math.abs(im));
    },
    /** By steps of `by`: towards the axis until the pair meets there, on again and it parts along the axis. */
    nudge(dx: number, dy: number, by: number) {
      if (alone()) return set({ pole: tidy(values().pole + dx * by) });
      const [middle, half] = now();
      if (dx === 0) return put(middle, half + side * dy * by);
      if (half >= 0) return put(middle + dx * by, half);
      const mate = middle + side * half;
      const re = middle - side * half + dx * by;
      return real(side * (re - mate) > 0 ? re : mate, mate);
    },
  };
}
