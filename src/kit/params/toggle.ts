import type { Label, Param } from "../param.ts";

export interface ToggleParam extends Param<boolean> {
  readonly kind: "toggle";
}

/** On or off; 1 or 0 in the address. */
export function toggle(o: Label & { initial: boolean }): ToggleParam {
  return {
    kind: "toggle",
    ...o,
    parse: (s) => (s === "1" ? true : s === "0" ? false : undefined),
    print: (b) => (b ? "1" : "0"),
    nudge: (b) => !b,
    at: (u) => u >= 0.5,
  };
}
