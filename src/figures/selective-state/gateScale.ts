import type { Box } from "../../draw/box.ts";
import { linear } from "../../draw/picture.ts";
import { ENDS } from "./sets.ts";

/** Where a step size stands on an axis of 1 − e^−Δ, the share of a state with A = −1 that is renewed: no Δ is off it. */
export function gateScale({ top, bottom }: Pick<Box, "top" | "bottom">) {
  const y = linear(0, 1, bottom, top);
  const back = linear(bottom, top, 0, 1);
  return {
    of: (delta: number) => y(-Math.expm1(-delta)),
    /** The step size at a height, within what can be set. */
    at: (py: number) => {
      const share = back(py);
      if (share <= 0) return ENDS.d[0];
      return share >= 1 ? ENDS.d[1] : -Math.log1p(-share);
    },
  };
}
