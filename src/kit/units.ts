import { format, raised } from "./format.ts";

/** Seconds in the unit that suits them: 4.2 µs, 13 ms. */
export function duration(seconds: number): string {
  if (seconds < 999.5e-6) return `${format(seconds * 1e6)} µs`;
  return seconds < 0.9995 ? `${format(seconds * 1e3)} ms` : `${format(seconds)} s`;
}

/** A count in the room of a few letters: 1024, 1.05 M. */
export const amount = (n: number): string =>
  n < 1e5 ? format(n, 5) : n < 1e9 ? `${format(n / 1e6)} M` : `${format(n / 1e9)} G`;

/** A power of ten as a tick: 10 µs, 10⁶. */
export const decade = (power: number, time: boolean): string =>
  time ? duration(10 ** power) : power < 4 ? String(10 ** power) : `10${raised(String(power))}`;

export const powerOf = (base: number, power: number): string => `${base}${raised(String(power))}`;
