import type { DeviceDescription } from "../../gpu/device.ts";
import type { Absence } from "../../gpu/problem.ts";
import type { Way } from "./tensors.ts";

/** One time. */
export interface Measured {
  readonly where: "card" | "processor";
  readonly way: Way;
  readonly L: number;
  /** Channels: on the processor no more than it gets through in a moment. */
  readonly D: number;
  readonly seconds: number;
  /** Against Float64, of the largest magnitude; over some channels. */
  readonly error: number;
  /** How often the page was hidden meanwhile and it was begun again. */
  readonly hidden: number;
}

/** What the experiment adds to the plan. */
export interface Measuring {
  readonly measured: readonly Measured[];
  readonly device: DeviceDescription | undefined;
  /** Why there is no graphics card, or no longer. */
  readonly absence: Absence | undefined;
  /** What the card refused that it should have taken. */
  readonly refused: readonly Way[];
}
