import type { Rows } from "../../kit/params/matrix.ts";
import type { Pushes } from "./pushes.ts";

export type PlantId = "cart" | "heater";
export type DesignId = "off" | "poles" | "lqr";
export type Sense = "full" | "raw" | "kalman";

export interface Setting {
  readonly plant: PlantId;
  readonly design: DesignId;
  /** Two pairs of poles as [middle, half distance]: above 0 a conjugate pair, below 0 two real ones. The heater has the first middle. */
  readonly poles: Rows;
  /** What a unit of input costs, and what a metre (a degree of the tank) costs. */
  readonly effort: number;
  readonly care: number;
  readonly sense: Sense;
  /** Standard deviation of the measurements: degrees of angle and centimetres of place, or degrees of the tank. */
  readonly noise: number;
  /** Standard deviation of the forces that the filter expects. */
  readonly expect: number;
  readonly push: Pushes;
  readonly poke: Pushes;
  /** Degrees from upright at the start. */
  readonly lean: number;
  /** Where the cart and the tank shall be. */
  readonly place: number;
  readonly warm: number;
  readonly limit: number;
  readonly length: number;
  readonly gust: number;
  readonly seed: number;
  /** Length of the run: seconds, for the heater tens of minutes; 10 steps each. */
  readonly span: number;
}

export const STEPS_A_UNIT = 10;
/** Half the length of the rail, in m. */
export const RAIL = 2;
export const DEGREE = Math.PI / 180;
