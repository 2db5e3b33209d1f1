import flow from "../../kit/data/nile.json" with { type: "json" };
import type { Given, Signal } from "../../kit/signal.ts";
import bundled from "./series.json" with { type: "json" };

const given = (id: string, data: readonly number[]): Given => ({
  kind: "given",
  id,
  data: Float64Array.from(data),
});

/** The bundled series; each names its source under the picture. */
export const series = {
  drivers: given("drivers", bundled.drivers),
  air: given("air", bundled.air),
  co2: given("co2", bundled.co2),
  pound: given("pound", bundled.pound),
  nile: given("nile", flow),
} as const;

/** When a bundled series begins, and how many of its values are a year. */
const calendar: Readonly<Record<string, { readonly start: number; readonly per: number }>> = {
  drivers: { start: 1969, per: 12 },
  air: { start: 1949, per: 12 },
  co2: { start: 1978, per: 12 },
  pound: { start: 2000, per: 12 },
  nile: { start: 1871, per: 1 },
};

/** From a step to what its axis shows: years where they are known, steps else. */
export const calendarOf = (s: Signal) =>
  (s.kind === "given" && calendar[s.id]) || { start: 0, per: 1 };
