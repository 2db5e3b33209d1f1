import flow from "./data/nile.json" with { type: "json" };
import counted from "./data/series.json" with { type: "json" };
import spots from "./data/sunspots.json" with { type: "json" };
import type { Given, Signal } from "./signal.ts";

/** A series that travels with the course. */
const given = (id: string, data: readonly number[]): Given => ({
  kind: "given",
  id,
  data: Float64Array.from(data),
});

/** Series to forecast, as they were published; each figure names their sources under its picture. */
export const bundled = {
  drivers: given("drivers", counted.drivers),
  air: given("air", counted.air),
  co2: given("co2", counted.co2),
  pound: given("pound", counted.pound),
  nile: given("nile", flow),
  sunspots: given("sunspots", spots),
} as const;

/** When a bundled series begins, and how many of its values are a year. */
const calendar: Readonly<Record<string, { readonly start: number; readonly per: number }>> = {
  drivers: { start: 1969, per: 12 },
  air: { start: 1949, per: 12 },
  co2: { start: 1978, per: 12 },
  pound: { start: 2000, per: 12 },
  nile: { start: 1871, per: 1 },
  sunspots: { start: 1700, per: 1 },
};

/** From a step to what its axis shows: years where they are known, steps else. */
export const calendarOf = (s: Signal) =>
  (s.kind === "given" && calendar[s.id]) || { start: 0, per: 1 };

/** Year and month of a step where they are known, the step else. */
export function dateIn(series: Signal, t: number): string {
  const { start, per } = calendarOf(series);
  if (start === 0) return `t = ${t}`;
  const year = start + Math.floor(t / per);
  return per === 1 ? `${year}` : `${year}-${String((t % per) + 1).padStart(2, "0")}`;
}
